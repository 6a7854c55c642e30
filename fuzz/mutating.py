"""Changes that keep an input well formed enough to be read: XML inside archives, records, lines and words of text."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from xml.etree import ElementTree

import atheris
from entry import Mutator
from old_workbook import ole_with, records_in

VALUES = (
    "", "0", "-1", "1", "2", "9", "10", "1000", "65536", "4294967296", "9" * 30, "9" * 5000, "²", "①", "٣", "1e5",
    "1E+999999", "0.1", "nan", "inf", "true", "false", "A1", "XFD1048576", "A0", "A1:XFD1048576", "B2:A1", "a",
    "白鹭市", "_xD800_", "_x0000_", "1 2 3 4", "g 99999999 1", "\t", "\n", "\u2028", "|", "一、", "单位：万元",
)  # fmt: skip
TEXT_PIECES = (
    "\n", "\r\n", "\r", "\f", "\t", "\t\t", "  ", "    ", "\u3000", "|", "|---|---|", "项目", "金额", "合计", "12.5",
    "1,234.50", "一、", "（一）", "1.", "表1", "单位：万元", "……12", "\x00", "\x85", "\u2028", "\ufeff", "𠮷", "\\|",
    "----", "续表", "其中：", "%", "-", "—", "：", "。",
)  # fmt: skip
HTML_PIECES = (
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=0>", "<td rowspan=3 colspan=2>", "<th colspan=1000>",
    "<td colspan=²>", f"<td rowspan={'9' * 5000}>", "<p>", "</p>", "<br>", "<div>", "</div>", "<h1>", "<thead>",
    "<caption>", "<template>", "<select>", "<svg>", "<pre>", "<li hidden>", "<p style='display:none'>", "&#xD800;",
    "&nbsp;", "&#0;", "<!--", "-->", "<title>", "<meta charset=gbk>", "<meta charset=big5>", "<b>", "</b>", "甲", "\t",
)  # fmt: skip
YAML_PIECES = (
    ": ", "- ", "\n", "  ", "\t", "{", "}", "[", "]", ",", "&a ", "*a", "!t ", "|\n", ">\n", "? ", "---\n", "...\n",
    "#", "'", '"', "\\x1b", "\\ud800", "\\UFFFFFFFF", "~", "null", "甲", "：", "<<", "%YAML 1.1\n", "\ufeff", "\x85",
    "\u2028", "@",
)  # fmt: skip
PDF_PIECES = (
    " Tj\n", " Tf\n", " Tm\n", " Td\n", " cm\n", " re\n", " l\n", " m\n", " S\n", " f\n", "BT\n", "ET\n", "q\n", "Q\n",
    "0 ", "1e30 ", "-1 ", "99999999 ", "nan ", "<0041>", "<</", ">>", "/Type/Page", "/Kids[", "/Count 9", "/Rotate 90",
    "/MediaBox[0 0 0 0]", "/MediaBox[-1e9 0 1e9 9]", "1 0 R", "obj", "endobj", "stream\n", "endstream\n", "startxref\n",
)  # fmt: skip
FORMULA_PIECES = (
    "+", "-", "−", "×", "÷", "*", "/", "(", ")", "（", "）", ",", "，", "、", " 且 ", " 或 ", "非 ", "是", "否", "<",
    "≤", "==", "<>", "≥", "%", "％", "甲", "乙", "合计", "最大", "如果", "四舍五入", "换算", "绝对值", "万元", "人次",
    "1", "0.5", "1,200", "「", "」", "「甲 + 乙」", "缺(甲)", " ", "\n", "\u3000", "²", "３", "_",
    "9" * 30, ".", "“", "\u2028",
)  # fmt: skip
_DEEP = 600


def text_mutator(pieces: Sequence[str]) -> Mutator:
    """Puts in words of the format and moves lines about, in any encoding that keeps ASCII; or changes bytes."""

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < 0.3 or not data:
            return bytes(atheris.Mutate(data, most))
        changed = data
        for _ in range(chance.randint(1, 4)):
            changed = _retold(changed, chance, pieces)
        return changed[:most]

    return mutate


def _retold(data: bytes, chance: random.Random, pieces: Sequence[str]) -> bytes:
    kind = chance.randrange(5)
    if kind <= 1:
        at = _character_start(data, chance.randint(0, len(data)))
        return data[:at] + chance.choice(pieces).encode() * chance.choice((1, 1, 1, 2, 3, 40)) + data[at:]
    lines = data.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    if kind == 2:
        lines[first:first] = [lines[second]] * chance.choice((1, 1, 2, 30))
    elif kind == 3:
        lines[first], lines[second] = lines[second], lines[first]
    else:
        del lines[first : first + chance.randint(1, 3)]
    return b"\n".join(lines)


def _character_start(data: bytes, at: int) -> int:
    while 0 < at < len(data) and data[at] & 0xC0 == 0x80:
        at -= 1
    return at


def archive_mutator(data: bytes, most: int, seed: int) -> bytes:
    """Changes one part of a zip archive and packs it again; now and then the bytes of the archive itself."""
    chance = random.Random(seed)
    entries = _entries(data)
    if not entries or chance.random() < 0.1:
        return bytes(atheris.Mutate(data, most))
    for _ in range(chance.randint(1, 3)):
        _change_part(entries, chance)
    packed = _packed(entries)
    return packed if len(packed) <= most else data[:most]


def _entries(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()[:60]}
    except Exception:  # whatever zipfile makes of changed bytes
        return {}


def _packed(entries: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _change_part(entries: dict[str, bytes], chance: random.Random) -> None:
    name = chance.choice(list(entries))
    kind = chance.random()
    if kind < 0.03:
        del entries[name]
        entries[name if len(entries) else "a"] = b""
    elif kind < 0.06:
        entries[name] = entries[chance.choice(list(entries))]
    elif kind < 0.2:
        entries[name] = bytes(atheris.Mutate(entries[name], len(entries[name]) + 200))
    else:
        entries[name] = changed_xml(entries[name], chance)


def changed_xml(content: bytes, chance: random.Random) -> bytes:
    try:
        root = ElementTree.fromstring(content)  # noqa: S314  our own seeds, changed by ourselves
    except (ElementTree.ParseError, ValueError, LookupError):
        return bytes(atheris.Mutate(content, len(content) + 200))
    elements = list(root.iter())
    try:
        for _ in range(chance.randint(1, 3)):
            _change_element(chance.choice(elements), elements, chance)
        return ElementTree.tostring(root, "utf-8")
    except (ValueError, RecursionError, UnicodeError):
        return content


def _change_element(element: ElementTree.Element, elements: list[ElementTree.Element], chance: random.Random) -> None:
    kind = chance.randrange(8)
    if kind == 0 and len(element):
        element.remove(chance.choice(list(element)))
    elif kind == 1 and len(element):
        child = chance.choice(list(element))
        element.insert(chance.randrange(len(element)), deepcopy(child))
    elif kind == 2:
        other = chance.choice(elements)
        if sum(1 for _ in other.iter()) < 50:
            element.append(deepcopy(other))
    elif kind == 3:
        element.text = chance.choice(VALUES) + chance.choice(VALUES)[:10]
    elif kind == 4:
        element.tag = chance.choice(elements).tag
    elif kind == 5 and chance.random() < 0.1:
        for _ in range(chance.choice((30, 450, _DEEP))):
            element = ElementTree.SubElement(element, element.tag)
    elif element.attrib:
        element.set(chance.choice(list(element.attrib)), chance.choice(VALUES))
    else:
        donor = chance.choice(elements)
        element.attrib.update(donor.attrib)


def old_workbook_mutator(data: bytes, most: int, seed: int) -> bytes:
    """Changes, doubles or drops records of the workbook's stream; now and then the bytes of the container."""
    chance = random.Random(seed)
    records = records_in(data)
    if not records or chance.random() < 0.15:
        return bytes(atheris.Mutate(data, most))
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(records))
        code, body = records[at]
        kind = chance.randrange(6)
        if kind == 0 and len(records) > 1:
            del records[at]
        elif kind == 1:
            records.insert(chance.randrange(len(records)), (code, body))
        elif kind == 2 and len(body) >= 2:
            place = chance.randrange(len(body) - 1)
            value = struct.pack("<H", chance.choice((0, 1, 255, 256, 0x3FFF, 0x7FFF, 0xFFFF)))
            records[at] = (code, body[:place] + value + body[place + 2 :])
        elif kind == 3:
            records[at] = (chance.choice(records)[0], body)
        else:
            records[at] = (code, bytes(atheris.Mutate(body or b"\0", len(body) + 40)))
    return ole_with(records)[:most]


def any_mutator(data: bytes, most: int, seed: int) -> bytes:
    """By what the bytes are."""
    if data.startswith(b"PK"):
        return archive_mutator(data, most, seed)
    if data.startswith(b"\xd0\xcf"):
        return old_workbook_mutator(data, most, seed)
    return text_mutator(HTML_PIECES if b"<" in data[:200] else TEXT_PIECES)(data, most, seed)
