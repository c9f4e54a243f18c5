"""Page trees and outlines that turn in circles, go too deep or miscount; nesting; many pages."""

from functools import partial

from tests.hostile.kind import HostileKind
from tests.hostile.writer import LETTER, Objects, empty_page, printed


def miscounted(count: int) -> bytes:
    objects = empty_page()
    objects.replace(2, f"<< /Type /Pages /Kids [3 0 R] /Count {count} >>")
    return objects.file()


def own_child() -> bytes:
    objects = empty_page()
    objects.replace(2, "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>")
    return objects.file()


def own_grandchild() -> bytes:
    objects = Objects()
    objects.add("<< /Type /Catalog /Pages 2 0 R >>")
    objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    objects.add("<< /Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1 >>")
    objects.add("<< /Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 1 >>")
    return objects.file()


def same_page(times: int) -> bytes:
    objects = empty_page()
    kids = " ".join(["3 0 R"] * times)
    objects.replace(2, f"<< /Type /Pages /Kids [{kids}] /Count {times} >>")
    return objects.file()


def deep_tree(depth: int) -> bytes:
    objects = Objects()
    objects.add("<< /Type /Catalog /Pages 2 0 R >>")
    for level in range(depth):
        parent = f"/Parent {level + 1} 0 R" if level else ""
        objects.add(f"<< /Type /Pages /Kids [{level + 3} 0 R] /Count 1 {parent} >>")
    objects.add(f"<< /Type /Page /Parent {depth + 1} 0 R /MediaBox [{LETTER}] >>")
    return objects.file()


def shared_tree(levels: int) -> bytes:
    """Each node has the same child ten times: 10**levels pages in a kilobyte."""
    objects = Objects()
    objects.add("<< /Type /Catalog /Pages 2 0 R >>")
    for level in range(levels):
        kids = " ".join([f"{level + 3} 0 R"] * 10)
        objects.add(f"<< /Type /Pages /Kids [{kids}] /Count {10 ** (levels - level)} >>")
    objects.add(f"<< /Type /Page /MediaBox [{LETTER}] >>")
    return objects.file()


def deep_outline(count: int) -> bytes:
    objects = empty_page(catalog="/Outlines 4 0 R")
    objects.add(f"<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count {count} >>")
    for index in range(count):
        child = index + 6
        below = f"/First {child} 0 R /Last {child} 0 R /Count 1" if index < count - 1 else ""
        objects.add(f"<< /Title (d{index}) /Parent {index + 4} 0 R /Dest [3 0 R /Fit] {below} >>")
    return objects.file()


def wide_outline(count: int) -> bytes:
    objects = empty_page(catalog="/Outlines 4 0 R")
    objects.add(f"<< /Type /Outlines /First 5 0 R /Last {count + 4} 0 R /Count {count} >>")
    for index in range(count):
        after = f"/Next {index + 6} 0 R" if index < count - 1 else ""
        objects.add(f"<< /Title (w{index}) /Parent 4 0 R /Dest [3 0 R /Fit] {after} >>")
    return objects.file()


def circling_outline() -> bytes:
    objects = empty_page(catalog="/Outlines 4 0 R")
    objects.add("<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 3 >>")
    for after in (6, 7, 5):
        objects.add(f"<< /Title (c) /Parent 4 0 R /Next {after} 0 R /First 5 0 R /Last 5 0 R >>")
    return objects.file()


def objects_that_mean_themselves() -> bytes:
    objects = empty_page()
    objects.replace(3, "<< /Type /Page /Parent 2 0 R /MediaBox 4 0 R /Contents 5 0 R >>")
    objects.add("4 0 R")
    objects.add("<< /Length 5 0 R >>\nstream\nq Q\nendstream")
    return objects.file()


def nested_arrays() -> bytes:
    return printed(catalog="/Deep " + "[" * 100_000 + "]" * 100_000)


def nested_dictionaries() -> bytes:
    return printed(catalog="/Deep " + "<</A " * 20_000 + "0" + ">>" * 20_000)


TREE = "page-tree"
KINDS = (
    HostileKind("count_lie_2g", TREE, partial(miscounted, 2147483647), pages=1),
    HostileKind("count_negative", TREE, partial(miscounted, -7), pages=1),
    HostileKind("pagetree_self_cycle", TREE, own_child),
    HostileKind("same_page_1000x", TREE, partial(same_page, 1000), pages=1000),
    HostileKind("pagetree_cycle2", TREE, own_grandchild),
    HostileKind("pagetree_depth5000", TREE, partial(deep_tree, 5000), pages=1, kills=True),
    HostileKind("pagetree_laughs_1e8", "bomb", partial(shared_tree, 8), kills=True),
    HostileKind("outline_deep_20000", "outline", partial(deep_outline, 20000), pages=1),
    HostileKind("outline_wide_20000", "outline", partial(wide_outline, 20000), pages=1),
    HostileKind("outline_cycle", "outline", circling_outline, pages=1),
    HostileKind("array_nest_100k", "nesting", nested_arrays, pages=1, kills=True),
    HostileKind("dict_nest_20k", "nesting", nested_dictionaries, pages=1, kills=True),
    HostileKind("content_nest_q_1m", "nesting", lambda: printed(content=b"q " * 1_000_000), 1),
    HostileKind("self_ref_objects", "nesting", objects_that_mean_themselves),
    HostileKind("pages_10k", "many-pages", lambda: printed(count=10_000), pages=10_000),
    HostileKind(
        "pages_100k", "many-pages", lambda: printed(count=100_000), pages=100_000, kills=True
    ),
)
