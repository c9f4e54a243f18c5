import io

import pikepdf
import pytest
from PIL import Image

from app.worker.orders import Refusal
from app.worker.readers.outcome import CannotRead
from app.worker.readers.sniffing import media_type


def a_pdf():
    out = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(out)
    return out.getvalue()


def a_picture(kind):
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "suffix", "kind"),
    [
        (a_pdf(), ".pdf", "application/pdf"),
        (a_pdf(), ".jpg", "application/pdf"),
        (b"\n" * 900 + a_pdf(), ".txt", "application/pdf"),
        (a_picture("JPEG"), ".pdf", "image/jpeg"),
        (a_picture("PNG"), "", "image/png"),
        (a_picture("WEBP"), "", "image/webp"),
        (a_picture("TIFF"), "", "image/tiff"),
        (b"hello", ".txt", "text/plain"),
        (b"# hello", ".md", "text/markdown"),
        ("hello".encode("utf-16"), ".txt", "text/plain"),
        (b"\x00\x00 broken start of a PDF", ".pdf", "application/pdf"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(tmp_path, content, suffix, kind):
    (tmp_path / "in").write_bytes(content)
    assert media_type(tmp_path / "in", suffix) == kind


@pytest.mark.parametrize(
    ("content", "suffix", "why", "detail"),
    [
        (b"", ".pdf", Refusal.EMPTY, ""),
        (b"\x00" * 3_000_000, ".pdf", Refusal.DAMAGED, "nul"),
        (b"PK\x03\x04", ".docx", Refusal.NOT_SUPPORTED, "zip"),
        (b"<!DOCTYPE html><p>Session expired", ".pdf", Refusal.NOT_SUPPORTED, "html"),
        (b"\x00\x00\x00\x18ftypheic", ".jpg", Refusal.NOT_SUPPORTED, "heic"),
        (b"binary\x00text", ".txt", Refusal.NOT_SUPPORTED, ""),
        (b"hello", ".exe", Refusal.NOT_SUPPORTED, ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path, content, suffix, why, detail):
    (tmp_path / "in").write_bytes(content)
    with pytest.raises(CannotRead) as refused:
        media_type(tmp_path / "in", suffix)
    assert (refused.value.why, refused.value.detail) == (why, detail)
