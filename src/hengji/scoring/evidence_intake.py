"""Takes in the list of evidence: every paper numbered once, each indicator one that the scheme knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.facts.evidence import Evidence
from hengji.facts.sources import Located, Text
from hengji.facts.wording import shortened
from hengji.rules.indicator_notation import nearest, resolve, spelled
from hengji.rules.notation import Notation
from hengji.rules.scheme import Path, Scheme, walk

__all__ = ["read_evidence"]

_KEYS: Final = ("number", "name", "file", "indicators", "place", "sha256")
_CHECKSUM: Final = re.compile(r"[0-9a-fA-F]{64}")


def read_evidence(located: Located | None, scheme: Scheme, notation: Notation) -> tuple[Evidence, ...]:
    """All lines. *scheme* is the concrete one: evidence may speak for a goal row."""
    paths = [path for path, _ in walk(scheme.indicators)]
    lines = tuple(_read_line(entry, paths, notation) for entry in notation.listing(located, "佐证材料 evidence"))
    first: dict[str, Evidence] = {}
    for line in lines:
        if line.number and line.number in first:
            notation.findings.error(
                f"佐证材料编号“{shortened(line.number)}”用了两次", line.source, advice="每份材料用自己的编号",
                found=f"“{first[line.number].name}”和“{line.name}”",
            )  # fmt: skip
        first.setdefault(line.number, line)
    return lines


def _read_line(located: Located, paths: list[Path], notation: Notation) -> Evidence:
    mapping = notation.mapping(located, "佐证材料的一行", _KEYS)
    number = notation.text(mapping.get("number"), "编号 number").strip()
    name = notation.text(mapping.get("name"), "材料名称 name").strip()
    if not number:
        notation.findings.error(f"佐证材料“{shortened(name)}”没有编号 number", mapping.source)
    if not name:
        notation.findings.error(f"佐证材料“{shortened(number)}”没有名称 name", mapping.source)
    return Evidence(
        number=number,
        name=name,
        file=notation.text(mapping.get("file"), "文件 file").strip(),
        indicators=tuple(_indicators(mapping.get("indicators"), paths, notation)),
        place=notation.text(mapping.get("place"), "页码或位置 place"),
        sha256=_checksum(mapping.get("sha256"), notation),
        source=mapping.source,
    )


def _indicators(located: Located | None, paths: list[Path], notation: Notation) -> Iterator[Path]:
    named = (located,) if isinstance(located, Text) else notation.listing(located, "对应指标 indicators")
    for one in named:
        text = notation.text(one, "对应指标 indicators").strip()
        whole = tuple(text.split("/"))
        found = (whole,) if whole in paths else resolve(text, paths) if text else ()
        if len(found) == 1:
            yield found[0]
        elif found:
            advice = f"请写明是哪一个：{spelled(found)}"
            notation.findings.error(f"佐证材料：方案里不止一个指标“{shortened(text)}”", one.source, advice=advice)
        elif text:
            message = f"佐证材料：方案里没有指标“{shortened(text)}”"
            notation.findings.error(message, one.source, advice=nearest(text, paths))


def _checksum(located: Located | None, notation: Notation) -> str:
    text = notation.text(located, "校验码 sha256").strip()
    if text and located is not None and not _CHECKSUM.fullmatch(text):
        notation.findings.error(
            "佐证材料的校验码写错了",
            located.source,
            found=f"“{shortened(text)}”",
            expected="64 位十六进制数（SHA-256）",
        )
    return text.lower()
