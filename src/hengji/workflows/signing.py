"""Reads who signs a paper, and the department's objections, from a small YAML file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hengji.facts.findings import Finding, Findings
from hengji.facts.signatures import NOBODY, Objection, Signatures
from hengji.facts.sources import Located
from hengji.rules.indicator_notation import nearest, resolve, spelled
from hengji.rules.notation import Notation
from hengji.workflows.files import read_located

__all__ = ["SignaturesRead", "read_signatures"]

_NAMES: Final = {
    "agency": "核查单位 agency",
    "preparer": "填报人 preparer",
    "approver": "审核人 approver",
    "filled_on": "填报日期 filled_on",
    "verifier": "核查人 verifier",
    "lead_verifier": "复核人 lead_verifier",
    "verified_on": "核查日期 verified_on",
    "reviewed_on": "复核日期 reviewed_on",
}
_PAIRS: Final = (("preparer", "approver", "填报人", "审核人"), ("verifier", "lead_verifier", "核查人", "复核人"))

IndicatorPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignaturesRead:
    """What the file says as far as it can be used, and everything that is wrong with it."""

    signatures: Signatures = NOBODY
    findings: tuple[Finding, ...] = ()


def read_signatures(path: Path | None, paths: list[IndicatorPath]) -> SignaturesRead:
    """The signatures in the file at *path*, nobody's where that is None. *paths* are the scheme's indicators."""
    if path is None:
        return SignaturesRead()
    read = read_located(path)
    located = read.partial if read.located is None else read.located
    if located is None:
        return SignaturesRead(NOBODY, read.findings)
    findings = Findings(read.findings)
    notation = Notation(findings)
    mapping = notation.mapping(located, "签署", (*_NAMES, "objections"))
    names = {key: notation.text(mapping.get(key), words).strip() for key, words in _NAMES.items()}
    for one, other, first, second in _PAIRS:
        if names[one] and names[one] == names[other]:
            findings.error(
                f"{first}和{second}是同一个人", mapping.source, found=f"“{names[one]}”",
                expected="两个不同的人", basis="填报与审核、核查与复核都要两人分开", advice="请改正其中一个",
            )  # fmt: skip
    objections = notation.listing(mapping.get("objections"), "反馈意见 objections")
    read_ones = (_objection(each, paths, notation) for each in objections)
    objected = tuple(each for each in read_ones if each is not None)
    return SignaturesRead(Signatures(**names, objections=objected), tuple(findings))


def _objection(located: Located, paths: list[IndicatorPath], notation: Notation) -> Objection | None:
    mapping = notation.mapping(located, "一条反馈意见", ("indicator", "text", "reply"))
    name = notation.text(mapping.get("indicator"), "指标 indicator").strip()
    text = notation.text(mapping.get("text"), "意见 text").strip()
    reply = notation.text(mapping.get("reply"), "答复 reply").strip()
    found = resolve(name, paths)
    if len(found) == 1:
        return Objection(found[0], text, reply)
    if found:
        notation.findings.error(
            f"方案里不止一个指标“{name}”", mapping.source, advice=f"请写明是哪一个：{spelled(found)}"
        )
    else:
        notation.findings.error(f"方案里没有指标“{name}”", mapping.source, advice=nearest(name, paths))
    return None
