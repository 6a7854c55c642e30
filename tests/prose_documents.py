"""Consistent documents of our own making: frames of sentences, filled with figures that agree."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal

__all__ = ["consistent", "mutated"]

_PARTS = ("工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出", "其他支出")


def _money(dice: random.Random, low: int = 200, high: int = 90000) -> Decimal:
    return (Decimal(dice.randint(low, high)) / 100).quantize(Decimal("0.01"))


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _growth(dice: random.Random, name: str) -> str:
    old, new = _money(dice), _money(dice)
    up = new >= old
    words = ("增加", "增长") if up else ("减少", "下降")
    than = dice.choice(("较2022年", "比上年", "与2022年相比"))
    return f"{name}{new}万元，{than}{words[0]}{abs(new - old)}万元，{words[1]}{_percent(abs(new - old), old)}%。"


def _sum(dice: random.Random, name: str) -> str:
    parts = [_money(dice) for _ in range(dice.randint(2, 5))]
    shares = dice.random() < 0.5
    total = sum(parts, Decimal(0))
    listed = [
        f"{label}{part}万元" + (f"，占{_percent(part, total)}%" if shares else "")
        for label, part in zip(_PARTS, parts, strict=False)
    ]
    return f"{name}{total}万元，{dice.choice(('其中：', '包括：'))}{('；' if shares else '，').join(listed)}。"


def _rate(dice: random.Random, name: str) -> str:
    budget = _money(dice, 5000)
    spent = (budget * dice.randint(60, 99) / 100).quantize(Decimal("0.01"))
    return f"{name}年初预算{budget}万元，实际支出{spent}万元，预算执行率{_percent(spent, budget)}%。"


def _count(dice: random.Random, name: str) -> str:
    parts = [dice.randint(2, 40) for _ in range(3)]
    return f"{name}编制{sum(parts)}人，包括行政编制{parts[0]}人，参公编制{parts[1]}人，工勤编制{parts[2]}人。"


def _rest(dice: random.Random, name: str) -> str:
    budget, spent = _money(dice, 20000), _money(dice, 200, 19000)
    return f"{name}到位资金{budget}万元，实际使用{spent}万元，结余{budget - spent}万元。"


_FRAMES = (_growth, _sum, _rate, _count, _rest)
_NAMES = (
    "机关运行经费",
    "项目甲",
    "本年收入合计",
    "后勤服务中心",
    "信息化建设",
    "培训中心",
    "一般公共服务",
    "事业运行",
)


def consistent(seed: int) -> list[str]:
    """One sentence per frame, in an order of its own."""
    dice = random.Random(seed)
    sentences = [frame(dice, name) for frame, name in zip(_FRAMES, dice.sample(_NAMES, len(_FRAMES)), strict=True)]
    dice.shuffle(sentences)
    return sentences


def mutated(sentence: str, seed: int) -> str:
    """*sentence* with the last figure's leading digit changed: far beyond any rounding."""
    dice = random.Random(seed)
    places = [index for index, letter in enumerate(sentence) if letter.isdigit()]
    end = places[-1]
    start = end
    while sentence[start - 1].isdigit() or sentence[start - 1] == ".":
        start -= 1
    digit = dice.choice([letter for letter in "123456789" if letter != sentence[start]])
    return sentence[:start] + digit + sentence[start + 1 :]
