"""PDFs that want to run, call home, read other files or carry some along."""

from functools import partial

from tests.hostile.kind import HostileKind
from tests.hostile.writer import Extra, Objects, printed

CATALOG = {
    "js_openaction": "/OpenAction << /S /JavaScript /JS"
    ' (app.alert\\("hi"\\);this.submitForm\\("http://127.0.0.1:9/x"\\)) >>',
    "js_names": "/Names << /JavaScript << /Names [(a)"
    " << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>",
    "aa_willclose": "/AA << /WC << /S /JavaScript /JS (app.alert\\(2\\)) >> >>",
    "launch": "/OpenAction << /S /Launch /F (calc.exe) /Win << /F (cmd.exe) /P (/c calc) >> >>",
    "uri_openaction": "/OpenAction << /S /URI /URI (http://127.0.0.1:9/track?id=42) >>",
    "submitform": "/OpenAction << /S /SubmitForm"
    " /F << /FS /URL /F (http://127.0.0.1:9/submit) >> /Flags 4 >>",
    "gotor": "/OpenAction << /S /GoToR /F (\\\\\\\\127.0.0.1\\\\share\\\\x.pdf) /D [0 /Fit] >>",
    "importdata": "/OpenAction << /S /ImportData /F (/etc/passwd) >>",
}
PAGE_SCRIPT = "/AA << /O << /S /JavaScript /JS (app.alert\\(3\\)) >> >>"


def links_out() -> bytes:
    links = " ".join(
        f"<< /Type /Annot /Subtype /Link /Rect [72 {top - 40} 300 {top}]"
        f" /A << /S /URI /URI ({target}) >> >>"
        for top, target in (
            (730, "http://127.0.0.1:9/click"),
            (650, "file:///etc/passwd"),
            (550, "javascript:alert"),
        )
    )
    return printed(page=f"/Annots [{links}]")


def files_with_bad_names() -> bytes:
    def embed(objects: Objects) -> Extra:
        program = objects.stream(b"MZ fake exe", "/Type /EmbeddedFile")
        device = objects.stream(b"x", "/Type /EmbeddedFile")
        path = "../../../../tmp/evil.exe"
        return Extra(
            catalog="/Names << /EmbeddedFiles << /Names ["
            f"(..\\\\..\\\\evil.exe) << /Type /Filespec /F ({path}) /UF ({path})"
            f" /EF << /F {program} 0 R >> >>"
            f" (CON) << /Type /Filespec /F (CON) /EF << /F {device} 0 R >> >>] >> >>"
        )

    return printed(extra=embed)


def file_pinned_to_the_page() -> bytes:
    def pin(objects: Objects) -> Extra:
        attached = objects.stream(b"attached", "/Type /EmbeddedFile")
        return Extra(
            page="/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 30 30]"
            f" /FS << /Type /Filespec /F (a.txt) /EF << /F {attached} 0 R >> >>"
            " /Contents (see attachment) >>]"
        )

    return printed(extra=pin)


def stream_kept_in_another_file() -> bytes:
    def point(objects: Objects) -> Extra:
        number = objects.add(
            "<< /Length 0 /F (/etc/passwd) /Type /XObject /Subtype /Form /BBox [0 0 1 1] >>"
            "\nstream\n\nendstream"
        )
        return Extra(resources=f"/XObject << /E {number} 0 R >>")

    return printed(extra=point)


KINDS = (
    *(
        HostileKind(f"act_{name}", "actions", partial(printed, catalog=entries), pages=1)
        for name, entries in CATALOG.items()
    ),
    HostileKind("act_link_uri", "actions", links_out, pages=1),
    HostileKind("act_page_aa", "actions", partial(printed, page=PAGE_SCRIPT), pages=1),
    HostileKind("ext_stream_ref", "actions", stream_kept_in_another_file, pages=1),
    HostileKind("embedded_traversal", "embedded", files_with_bad_names, pages=1),
    HostileKind("embedded_annot", "embedded", file_pinned_to_the_page, pages=1),
)
