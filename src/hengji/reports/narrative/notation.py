"""How a narrative is written in its file and read back: sections, passages, draft beside edited text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hengji.facts.findings import Finding, Findings
from hengji.facts.narrative import Narrative, Passage, Section
from hengji.facts.sources import Located, Mapping, Source, Text
from hengji.rules.notation import Notation, Plain

__all__ = ["HEADER", "NarrativeRead", "narrative_data", "read_narrative"]

HEADER: Final = """\
# 报告文字。draft 是按数据生成的草稿，重新生成时会更新；要改哪一段，把改好的全文写进那一段的 edited，
# 它优先于草稿，重新生成时保留。一行是一段。花括号里是引用，如 {政府采购实际金额}、{得分:支出管理/政府采购执行率}，
# 数据变了报告跟着变；不用引用、直接写出的数字会在报告里标出来。不要某一段，edited 写“〔删去〕”。
"""

_KEYS: Final = ("sections",)
_SECTION_KEYS: Final = ("section", "title", "passages")
_PASSAGE_KEYS: Final = ("passage", "title", "level", "draft", "edited", "edited_from")
_LEVELS: Final = {"2": "2", "3": "3", "4": "4"}
_LONGEST: Final = 200_000
"""Characters of one passage: far more than a chapter has."""


@dataclass(frozen=True, slots=True)
class NarrativeRead:
    """The narrative (None when anything in it is wrong) and all that was found."""

    narrative: Narrative | None
    findings: tuple[Finding, ...] = ()


def narrative_data(narrative: Narrative) -> dict[str, Plain]:
    """Plain data for a YAML writer."""
    sections: list[Plain] = [
        {
            "section": section.key,
            "title": section.title,
            "passages": [_passage_data(passage) for passage in section.passages],
        }
        for section in narrative.sections
    ]
    return {"sections": sections}


def _passage_data(passage: Passage) -> dict[str, Plain]:
    data: dict[str, Plain] = {"passage": passage.key}
    if passage.title:
        data |= {"title": passage.title, "level": str(passage.level)}
    data |= {"draft": passage.draft, "edited": passage.edited}
    if passage.is_edited and passage.edited_from:
        data["edited_from"] = passage.edited_from
    return data


def read_narrative(located: Located) -> NarrativeRead:
    """The narrative that *located* writes; every problem at once, and with any error none is given."""
    findings = Findings()
    notation = Notation(findings)
    mapping = notation.mapping(located, "报告文字", _KEYS)
    listed = notation.listing(mapping.get("sections"), "章 sections")
    if mapping.get("sections") is None:
        findings.error("报告文字里没有 sections", mapping.source, advice="请用 hengji report new 重新生成")
    sections = tuple(_section(each, notation) for each in listed)
    _unique([(section.key, section.source) for section in sections], "章", findings)
    keys = [(passage.key, passage.source) for section in sections for passage in section.passages]
    _unique(keys, "段落", findings)
    return NarrativeRead(None if findings.errors else Narrative(sections), tuple(findings))


def _section(located: Located, notation: Notation) -> Section:
    mapping = notation.mapping(located, "章", _SECTION_KEYS)
    passages = notation.listing(mapping.get("passages"), "段落 passages")
    return Section(
        key=_required(mapping, "section", "章的键 section", notation),
        title=_one_line(_required(mapping, "title", "章的标题 title", notation)),
        passages=tuple(_passage(each, notation) for each in passages),
        source=mapping.source,
    )


def _passage(located: Located, notation: Notation) -> Passage:
    mapping = notation.mapping(located, "段落", _PASSAGE_KEYS)
    edited, draft = mapping.get("edited"), mapping.get("draft")
    texts = {key: notation.text(value, f"段落的 {key}") for key, value in (("edited", edited), ("draft", draft))}
    for key, text in texts.items():
        if len(text) > _LONGEST:
            place = mapping.source
            notation.findings.error(
                f"段落的 {key} 太长", place, found=f"{len(text):,} 个字", expected=f"不超过 {_LONGEST:,} 个字"
            )
    used = edited if texts["edited"].strip() else draft
    return Passage(
        key=_required(mapping, "passage", "段落的键 passage", notation),
        draft=texts["draft"],
        edited=texts["edited"],
        edited_from=notation.text(mapping.get("edited_from"), "edited_from").strip(),
        title=_one_line(notation.text(mapping.get("title"), "段落的标题 title")),
        level=int(notation.choice(mapping.get("level"), "标题的级别 level", _LEVELS, "2")),
        source=used.source if isinstance(used, Text) else mapping.source,
    )


def _required(mapping: Mapping, key: str, what: str, notation: Notation) -> str:
    text = _one_line(notation.text(mapping.get(key), what))
    if not text:
        notation.findings.error(f"缺少{what}", mapping.source)
    return text


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unique(keys: list[tuple[str, Source]], what: str, findings: Findings) -> None:
    first: dict[str, Source] = {}
    for key, source in keys:
        if key in first and key:
            findings.error(f"{what}“{key}”写了两次", source, advice=f"另一处在{first[key]}，请改名或删去一处")
        first.setdefault(key, source)
