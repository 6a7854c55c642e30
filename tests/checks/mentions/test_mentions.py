"""Mentions: the table sentences.yaml, laws that hold for every amount, tables, and the seed documents."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from effort import steps
from hengji.checks.mentions import find_mentions
from hengji.facts.document import Cell, Document, Table
from hengji.facts.mention import Mention
from hengji.facts.numbers import shown

TABLE = yaml.load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)
NOT_FIGURES = TABLE.pop("不是数字")
SENTENCES = [(entry["句"], entry["数"]) for entries in TABLE.values() for entry in entries]
SHARED = Path(__file__).parents[4] / "shared"
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
ARITHMETIC = {"SUM", "SHARE", "GROWTH", "RATE", "DIFFERENCE", "COUNT-SUM", "SCORE-SUM"}


def mentions_of(text: str, **fields: tuple[Table, ...]) -> tuple[Mention, ...]:
    return find_mentions(Document("句子.txt", "txt", text, **fields), 2022)


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:24] for sentence, _ in SENTENCES])
def test_the_figures_of_a_sentence(sentence: str, expected: list[dict[str, str]]) -> None:
    mentions = mentions_of(sentence)
    assert [mention.text for mention in mentions] == [figure["text"] for figure in expected]
    for mention, figure in zip(mentions, expected, strict=True):
        assert mention.value == Fraction(figure["value"]), figure
        assert ("" if mention.unit is None else str(mention.unit)) == figure["unit"], figure
        for name in figure.keys() - {"text", "value", "unit"}:
            assert str(getattr(mention, name)) == figure[name], (name, figure)
        assert sentence[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("sentence", NOT_FIGURES)
def test_what_is_no_figure(sentence: str) -> None:
    assert [mention.text for mention in mentions_of(sentence)] == []


separators = st.sampled_from(["", ",", "，", "\u00a0"])
gaps = st.sampled_from(["", " ", "\n", "\n\n  "])


@given(
    number=st.integers(0, 10**12),
    decimals=st.integers(0, 4),
    separator=separators,
    wide=st.booleans(),
    gap=gaps,
    unit=st.sampled_from(["万元", "元", "亿元", "万美元", "%", "％"]),
)
def test_an_amount_reads_back_however_it_is_written(
    number: int, decimals: int, separator: str, wide: bool, gap: str, unit: str
) -> None:
    written = shown(Fraction(number, 10**decimals), decimals)
    whole, point, fraction = written.partition(".")
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", separator, whole) + point + fraction
    text = f"本年支出{grouped.translate(FULL_WIDTH) if wide else grouped}{gap}{unit}。"
    (mention,) = mentions_of(text)
    assert mention.value == Fraction(written) / (100 if unit in "%％" else 1)
    assert mention.decimals == decimals
    assert mention.subject == "本年支出"
    assert text[mention.start : mention.end] == mention.text


@given(whole=st.integers(100, 10**9), fraction=st.integers(0, 99), gap=st.sampled_from([" ", "\n", "\r\n"]))
def test_a_numeral_torn_behind_its_point_is_joined(whole: int, fraction: int, gap: str) -> None:
    (mention,) = mentions_of(f"基本支出{whole}.{gap}{fraction:02}万元。")
    assert mention.value == Fraction(f"{whole}.{fraction:02}")


@given(
    st.text(
        "0123456789０一二十百万亿千元%％‰.．，,、年月日号第（(）)[〔]“”第家个\n\t 占增加约余-~～=+*/<>p壹拾整",
        max_size=80,
    )
)
def test_any_text_is_read_without_an_error_and_offsets_hold(text: str) -> None:
    mentions = mentions_of(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(mention.decimals >= 0 for mention in mentions)


def table_of(rows: list[list[str]], **fields: str | int) -> tuple[str, Table]:
    text, cells = "", []
    for row, texts in enumerate(rows):
        for column, cell in enumerate(texts):
            cells.append(Cell(row, column, len(text), len(text) + len(cell), cell, address=f"表1第{row + 1}行"))
            text += cell + ("\t" if column < len(texts) - 1 else "\n")
    return text, Table(tuple(cells), 0, len(text), **fields)  # type: ignore[arg-type]


def test_a_table_gives_its_cells_row_column_unit_and_year() -> None:
    text, table = table_of(
        [
            ["科目编码", "项目", "2021年决算数", "年初预算数", "完成率（%）"],
            ["201", "一、基本支出", "418.50", "1,575.94", "98.5"],
            ["20101", "人员经费", "374.51", "0.00", ""],
            ["", "其中：津贴", "12", "12", "100"],
            ["", "合计", "465.00", "711. 47", "99%"],
        ],
        unit="万元",
    )
    mentions = mentions_of(text, tables=(table,))
    found = [(m.text, str(m.unit), m.subject, m.period) for m in mentions]
    assert found[:3] == [
        ("418.50", "万元", "基本支出|2021年决算数", "2021"),
        ("1,575.94", "万元", "基本支出|年初预算数", "2022"),
        ("98.5", "%", "基本支出|完成率", "2022"),
    ]
    assert found[3] == ("374.51", "万元", "基本支出/人员经费|2021年决算数", "2021")
    assert found[5][2].endswith("津贴|2021年决算数")
    assert found[-3:] == [
        ("465.00", "万元", "合计|2021年决算数", "2021"),
        ("711. 47", "万元", "合计|年初预算数", "2022"),
        ("99%", "%", "合计|完成率", "2022"),
    ]
    assert mentions[0].place.cell == "表1第2行"


def test_the_two_sides_of_a_table_keep_apart() -> None:
    text, table = table_of(
        [["项目", "决算数", "项目", "决算数"], ["一、财政拨款收入", "307.82", "一、教育支出", "264.87"]], unit="元"
    )
    assert [m.subject for m in mentions_of(text, tables=(table,))] == ["财政拨款收入|决算数", "教育支出|决算数"]


def test_a_cell_of_prose_is_read_as_prose() -> None:
    text, table = table_of([["指标", "评分标准"], ["执行率", "达到100%得4分，每降低1%扣0.5分。"]])
    assert [m.text for m in mentions_of(text, tables=(table,))] == ["100%", "4", "1%", "0.5"]


def test_the_work_grows_with_the_length_not_with_its_square() -> None:
    sentences = [sentence for sentence, _ in SENTENCES] + NOT_FIGURES
    page = "\n".join(f"{sentence}各单位按照要求认真组织实施，确保工作落实到位。" for sentence in sentences)
    short, long = (page + "\n") * 4, (page + "\n") * 32
    assert len(mentions_of(long)) == 8 * len(mentions_of(short)) > 1_000
    assert steps(lambda: mentions_of(long)) < 9 * steps(lambda: mentions_of(short))


@pytest.mark.seeds
@pytest.mark.skipif(not (SHARED / "truth").is_dir(), reason="the seed documents are not here")
def test_figures_of_the_labelled_relations_are_found() -> None:
    relations = [json.loads(line) for line in (SHARED / "truth/seeds-relations.jsonl").read_text("utf-8").splitlines()]
    texts = {path.name: path.read_text("utf-8") for path in (SHARED / "seeds").glob("*.txt")}
    spans = {name: [(m.start, m.end) for m in mentions_of(text)] for name, text in texts.items()}
    missed, asked = [], 0
    for relation in relations:
        for anchor in relation["anchors"] if relation["class"] in ARITHMETIC else []:
            start = texts[relation["doc"]].find(anchor)
            if start < 0 or not re.search("[0-9一二两三四五六七八九十]", anchor):
                continue
            asked += 1
            if not any(begin < start + len(anchor) and start < end for begin, end in spans[relation["doc"]]):
                missed.append((relation["id"], anchor))
    assert asked > 500
    assert len(missed) / asked < Fraction(2, 100), missed
