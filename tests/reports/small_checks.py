"""Small documents about a place that does not exist, and what a checker found in them."""

from __future__ import annotations

from fractions import Fraction

from hengji.facts.document import Cell, Document, Paragraph, Table
from hengji.facts.mention import Mention
from hengji.facts.relation import CheckReport, DocumentFacts, Figure, Relation, RelationKind, Verdict
from hengji.facts.units import read_unit

__all__ = ["TEXT", "checked", "document", "figure", "mention", "relation", "report"]

TITLE = "云泽市粮食局2022年度自评报告"
TEXT = (
    f"{TITLE}\n"
    "一、收入情况\n"
    "本年收入合计443.66万元，其中：财政拨款收入443.26万元，占99.99%；其他收入0.4万元。\n"
    "科目\t预算数\t决算数\n"
    "人员经费\t120.00\t118.50\n"
    "合计\t150.00\t149.00\n"
    "二、其他\n"
    "全年接待12批次。"
)


def document(name: str = "自评.pdf", kind: str = "pdf") -> Document:
    """Two pages: a heading, a paragraph and a table on the first, the rest on the second."""
    paragraphs, cells, at = [], [], 0
    rows = 0
    for line in TEXT.split("\n"):
        if "\t" in line:
            offset = at
            for column, text in enumerate(line.split("\t")):
                address = f"表1第{rows + 1}行第{column + 1}列"
                cells.append(Cell(rows, column, offset, offset + len(text), text, address=address))
                offset += len(text) + 1
            rows += 1
        else:
            level = 1 if line[1] == "、" else 0
            paragraphs.append(Paragraph(at, at + len(line), level))
        at += len(line) + 1
    table = Table(tuple(cells), cells[0].start, cells[-1].end)
    pages = (0, TEXT.index("二、其他")) if kind == "pdf" else ()
    return Document(name, kind, TEXT, tuple(paragraphs), (table,), pages, TITLE)


def mention(text: str, unit: str = "万元", subject: str = "", nth: int = 0) -> Mention:
    """The figure *text*, its *nth* occurrence."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    number = text.rstrip("%")
    value = Fraction(number) / (100 if text.endswith("%") else 1)
    decimals = len(number.partition(".")[2])
    return Mention(text, value, read_unit(unit), unit, decimals, start, start + len(text), subject, "2022")


def figure(role: str, one: Mention) -> Figure:
    return Figure(role, one.text, one.start, one.end, one)


def relation(
    kind: RelationKind, verdict: Verdict, figures: tuple[Figure, ...], message: str = "", **more: str
) -> Relation:
    said = {"formula": "", "computed": "", "stated": figures[-1].text if figures else "", **more}
    return Relation(kind, verdict, figures, said["formula"], said["computed"], said["stated"], message,
                    said.get("likely", ""), "high" if verdict == "error" else "medium")  # fmt: skip


MENTIONS = (
    mention("443.66", subject="本年收入"),
    mention("443.26", subject="财政拨款收入"),
    mention("99.99%", "%", subject="占比"),
    mention("0.4", subject="其他收入"),
    mention("118.50"),
    mention("149.00"),
    mention("12", "批次", nth=1),
)


def report() -> CheckReport:
    """An error in a sentence, a doubt in the table, a sum that holds, a rounding; two figures unchecked."""
    whole, part, share, other, spent, total, _ = MENTIONS
    relations = (
        relation(
            "share", "error", (figure("part", part), figure("whole", whole), figure("stated", share)),
            "财政拨款收入占本年收入应为 99.91%，文中为 99.99%。",
            formula="443.26 ÷ 443.66", computed="99.91%", likely="“99.99%”疑为“99.91%”之误。",
        ),
        relation(
            "sum", "ok", (figure("part", part), figure("part", other), figure("total", whole)), "合计相符。",
            formula="443.26 + 0.4", computed="443.66",
        ),
        relation(
            "sum", "suspicious", (figure("part", spent), figure("total", total)), "决算数合计缺少分项。",
            formula="118.50", computed="118.50",
        ),
        relation("structure", "ok", (Figure("stated", "一、", len(TITLE) + 1, len(TITLE) + 3),), "编号连续。"),
    )  # fmt: skip
    facts = DocumentFacts("self_evaluation", TITLE, "云泽市粮食局", 2022, 2, len(TEXT))
    return CheckReport(facts, relations, MENTIONS, MENTIONS[-1:])


def checked() -> tuple[Document, CheckReport]:
    return document(), report()
