"""The conventions that every Word file of ours keeps, as rules that name what breaks them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator

from word_files import CHOICE, DOC_PR, WSP, W, blocks, parts, root, style, text, value

from nagarezu.report.docx.xml import NAMESPACES

Rule = Callable[[bytes], Iterator[str]]
_MARGINS = ("top", "right", "bottom", "left")
_SIDES = range(1134, 1419)  # 20 to 25 mm in twips


def east_asian_faces(content: bytes) -> Iterator[str]:
    """Every style names a face for each kind of script, and so do the defaults."""
    styles = root(content, "word/styles.xml")
    shown = [styles.find(f"{W}docDefaults/{W}rPrDefault")]
    shown += [s for s in styles.iter(f"{W}style") if value(s, "type") == "paragraph"]
    for each in shown:
        faces = None if each is None else each.find(f"{W}rPr/{W}rFonts")
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            if not value(faces, script):
                yield f"no {script} face: {each.attrib if each is not None else 'defaults'}"


def known_styles(content: bytes) -> Iterator[str]:
    """Every style that is used is there, and the headings are Word's own."""
    styles = {value(s, "styleId"): s for s in root(content, "word/styles.xml").iter(f"{W}style")}
    for name in parts(content):
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for tag in ("pStyle", "rStyle", "tblStyle"):
            for used in root(content, name).iter(f"{W}{tag}"):
                if value(used) not in styles:
                    yield f"unknown style {value(used)} in {name}"
    for level in (1, 2, 3):
        heading = styles[f"Heading{level}"]
        if value(heading.find(f"{W}name")) != f"heading {level}":
            yield f"heading {level} is not Word's own"
        if value(heading.find(f"{W}pPr/{W}outlineLvl")) != str(level - 1):
            yield f"heading {level} has no level for the navigation pane"


def repeated_heads(content: bytes) -> Iterator[str]:
    """The head of a table is repeated; one of facts has its heads at the side instead."""
    for table in root(content).iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        first = [style(p) for p in rows[0].iter(f"{W}p")]
        if first[0] == "FactHead":
            continue
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield f"no repeated head: {text(rows[0])}"
        if not all(name.startswith("CellHead") for name in first):
            yield f"a head that does not look like one: {text(rows[0])}"


def whole_rows(content: bytes) -> Iterator[str]:
    """No row splits at the end of a sheet."""
    for row in root(content).iter(f"{W}tr"):
        if row.find(f"{W}trPr/{W}cantSplit") is None:
            yield f"a row that splits: {text(row)}"


def described_objects(content: bytes) -> Iterator[str]:
    """Figures and tables say in words what they show."""
    for table in root(content).iter(f"{W}tbl"):
        for name in ("tblCaption", "tblDescription"):
            if not value(table.find(f"{W}tblPr/{W}{name}")):
                yield f"a table without {name}"
    for figure in root(content).iter(DOC_PR):
        if not figure.get("descr"):
            yield f"a figure without words: {figure.get('name')}"


def captions(content: bytes) -> Iterator[str]:
    """The caption of a table stands above it, that of a figure below, and both keep to it."""
    found = list(blocks(content))
    for before, block, after in zip([None, *found], found, [*found[1:], None], strict=False):
        if block.tag == f"{W}tbl" and not any(style(p) == "FactHead" for p in block.iter(f"{W}p")):
            if before is None or style(before) != "TableCaption":
                yield f"a table without caption above: {text(block)[:40]}"
        elif next(block.iter(CHOICE), None) is not None and (
            after is None or style(after) != "FigureCaption"
        ):
            yield "a figure without caption below"
    styles = {value(s, "styleId"): s for s in root(content, "word/styles.xml").iter(f"{W}style")}
    for name in ("TableCaption", "Figure"):
        if styles[name].find(f"{W}pPr/{W}keepNext") is None:
            yield f"{name} does not keep to what follows"
    for name in ("TableCaption", "FigureCaption"):
        if value(styles[name].find(f"{W}basedOn")) != "Caption":
            yield f"{name} is no caption"


def empty_paragraphs(content: bytes) -> Iterator[str]:
    """No empty paragraph makes room; one stands where Word wants it, and has no height."""
    for block in blocks(content):
        drawn = next(block.iter(CHOICE), None) is not None
        if block.tag == f"{W}p" and not text(block) and not drawn and style(block) != "Separator":
            yield f"an empty paragraph: {style(block)}"
    styles = root(content, "word/styles.xml").iter(f"{W}style")
    separator = next(s for s in styles if value(s, "styleId") == "Separator")
    if value(separator.find(f"{W}pPr/{W}spacing"), "line") != "20":
        yield "the separator takes room"


def heading_order(content: bytes) -> Iterator[str]:
    """No level of headings is left out on the way down."""
    last = 0
    for block in blocks(content):
        match = re.fullmatch(r"Heading(\d)", style(block))
        if match:
            level = int(match[1])
            if level > last + 1:
                yield f"level {level} after {last}: {text(block)}"
            last = level


def sheets(content: bytes) -> Iterator[str]:
    """A4, margins of 20 to 25 mm, and no table wider than its sheet."""
    width = 0
    found = list(blocks(content))
    for block in reversed(found):  # the sheet of a block is that of the next section end
        section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
            sides = {value(size, "w"), value(size, "h")}
            if sides != {"11906", "16838"}:
                yield f"no A4: {sides}"
            if any(int(value(margins, side)) not in _SIDES for side in _MARGINS):
                yield "margins out of range"
            lying = int(value(size, "w")) > int(value(size, "h"))
            if lying != (value(size, "orient") == "landscape"):
                yield "the sheet does not lie as it says"
            width = int(value(size, "w")) - 2 * 1134
        if block.tag == f"{W}tbl":
            columns = sum(int(value(column, "w")) for column in block.iter(f"{W}gridCol"))
            if columns > width + len(block.findall(f"{W}tblGrid/{W}gridCol")):
                yield f"a table of {columns} on {width}: {text(block)[:40]}"


def page_numbers(content: bytes) -> Iterator[str]:
    """The sheet's number and how many there are, at the foot of the first and of all others."""
    for name in ("word/footer1.xml", "word/footer2.xml"):
        codes = [(c.text or "").strip() for c in root(content, name).iter(f"{W}instrText")]
        if codes != ["PAGE", "NUMPAGES"] or " / " not in text(root(content, name)):
            yield f"no n / N in {name}"
    kinds = Counter(value(r, "type") for r in root(content).iter(f"{W}footerReference"))
    if kinds != Counter(("default", "first")):
        yield f"footers: {dict(kinds)}"


def unique_ids(content: bytes) -> Iterator[str]:
    """Bookmarks and drawings have numbers and names of their own; links have an end."""
    document = root(content)
    for tag, key in ((f"{W}bookmarkStart", f"{W}id"), (f"{W}bookmarkStart", f"{W}name")):
        found = Counter(each.get(key) for each in document.iter(tag))
        yield from (f"twice: {name}" for name, count in found.items() if count > 1)
    shapes = [*document.iter(DOC_PR), *document.iter(f"{{{NAMESPACES['wps']}}}cNvPr")]
    counted = Counter(each.get("id") for each in shapes)
    yield from (f"shape {name} twice" for name, count in counted.items() if count > 1)
    names = {value(mark, "name") for mark in document.iter(f"{W}bookmarkStart")}
    for name in names:
        if len(name) > 40:
            yield f"a bookmark that Word cuts: {name}"
    for link in document.iter(f"{W}hyperlink"):
        if value(link, "anchor") not in names:
            yield f"a link to nothing: {text(link)}"


def package_parts(content: bytes) -> Iterator[str]:
    """Every part has a type and a relation, and nothing comes from outside."""
    found = parts(content)
    types = ET.fromstring(found["[Content_Types].xml"])
    named = {each.get("PartName", "") for each in types}
    relations = ET.fromstring(found["word/_rels/document.xml.rels"])
    targets = {each.get("Target", ""): each for each in relations}
    for name in found:
        if name.startswith("word/") and not name.endswith(".rels"):
            if f"/{name}" not in named:
                yield f"{name} has no type"
            if name != "word/document.xml" and name.removeprefix("word/") not in targets:
                yield f"{name} hangs in the air"
    for target, relation in targets.items():
        if relation.get("TargetMode") == "External" or f"word/{target}" not in found:
            yield f"{target} is not in the file"
    ids = {each.get("Id") for each in relations}
    for name in ("headerReference", "footerReference"):
        for each in root(content).iter(f"{W}{name}"):
            if each.get(f"{{{NAMESPACES['r']}}}id") not in ids:
                yield f"a {name} to nothing"


def closed_fields(content: bytes) -> Iterator[str]:
    """Every field that begins has a result and an end, and none asks when the file opens."""
    for name in parts(content):
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        kinds = Counter(value(f, "fldCharType") for f in root(content, name).iter(f"{W}fldChar"))
        if len({kinds["begin"], kinds["separate"], kinds["end"]}) > 1:
            yield f"an open field in {name}: {dict(kinds)}"
        if any(value(f, "dirty") for f in root(content, name).iter(f"{W}fldChar")):
            yield "a field that asks"
    if root(content, "word/settings.xml").find(f"{W}updateFields") is not None:
        yield "fields that ask"


def shapes_in_groups(content: bytes) -> Iterator[str]:
    """Figures are shapes that can be edited, never pictures of them."""
    figures = list(root(content).iter(CHOICE))
    if len(figures) != len(list(root(content).iter(DOC_PR))):
        yield "a drawing without a way out for other readers"
    yield from ("a figure without shapes" for f in figures if next(f.iter(WSP), None) is None)
    yield from (f"a picture: {name}" for name in parts(content) if "/media/" in name)


RULES: tuple[Rule, ...] = (
    east_asian_faces,
    known_styles,
    repeated_heads,
    whole_rows,
    described_objects,
    captions,
    empty_paragraphs,
    heading_order,
    sheets,
    page_numbers,
    unique_ids,
    package_parts,
    closed_fields,
    shapes_in_groups,
)


def violations(content: bytes) -> list[str]:
    return [f"{rule.__name__}: {said}" for rule in RULES for said in rule(content)]
