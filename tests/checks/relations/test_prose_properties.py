"""Whatever the figures: consistent text gives no finding, a wrong figure is caught, units do not matter."""

from __future__ import annotations

import random
import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from effort import steps
from hengji.facts.relation import Relation
from prose_documents import consistent, mutated
from prose_relations import of_text

SEEDS = st.integers(0, 10_000)


def relations(sentences: list[str]) -> list[Relation]:
    return of_text("\n".join(sentences))


def verdicts(found: list[Relation]) -> list[tuple[str, str]]:
    return sorted((relation.kind, "ok" if relation.verdict == "rounding" else relation.verdict) for relation in found)


@settings(max_examples=40)
@given(SEEDS)
def test_consistent_sentences_give_no_finding(seed: int) -> None:
    found = relations(consistent(seed))
    assert [relation for relation in found if relation.verdict in ("error", "suspicious")] == []
    assert len(found) >= 5


@settings(max_examples=40)
@given(SEEDS, st.integers(0, 4))
def test_a_wrong_leading_digit_of_the_stated_figure_is_an_error(seed: int, which: int) -> None:
    sentences = consistent(seed)
    sentences[which] = mutated(sentences[which], seed)
    assert any(relation.verdict == "error" for relation in relations(sentences)), sentences[which]


@settings(max_examples=25)
@given(SEEDS)
def test_verdicts_are_the_same_in_yuan(seed: int) -> None:
    sentences = consistent(seed)
    in_yuan = [
        re.sub(r"(\d+(?:\.\d+)?)万元", lambda match: f"{Decimal(match[1]) * 10000:.0f}元", sentence)
        for sentence in sentences
    ]
    assert verdicts(relations(in_yuan)) == verdicts(relations(sentences))


@settings(max_examples=25)
@given(SEEDS)
def test_verdicts_do_not_depend_on_the_order_of_a_list(seed: int) -> None:
    dice = random.Random(seed)
    items = [(name, dice.randint(1000, 90000)) for name in ("工资福利支出", "商品和服务支出", "其他支出")]
    total = sum(value for _, value in items) + dice.choice((0, 10000))
    order = dice.sample(items, len(items))

    def sentence(parts: list[tuple[str, int]]) -> str:
        listed = "，".join(f"{name}{Decimal(value) / 100:.2f}万元" for name, value in parts)
        return f"本年支出合计{Decimal(total) / 100:.2f}万元，包括：{listed}。"

    assert verdicts(relations([sentence(items)])) == verdicts(relations([sentence(order)]))


def test_the_work_grows_with_the_length_not_with_its_square() -> None:
    sentence = "本年收入443.66万元，较2022年增加144.58万元，增长48.34%，其中基本支出443.66万元，占100.00%。"

    assert steps(lambda: relations([sentence * 320])) < 5 * steps(lambda: relations([sentence * 80]))
