"""Evaluations of any scheme from a seed: ties, zeros, huge amounts, negatives, and inputs that nobody gave."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hengji.facts.evaluation import DataItem, Evaluation, Event, EventList, Goal, Judgement, Reason
from hengji.facts.evidence import Evidence
from hengji.facts.numbers import plain
from hengji.facts.targets import read_target
from hengji.facts.units import RATE, Unit
from hengji.rules.rule import Asked
from hengji.rules.scheme import Path, Scheme, leaves, walk
from hengji.scoring.goals import concrete

MONEY = ("0", "1", "3.94", "3.83", "16", "80", "90", "95", "100", "100.01", "115", "85", "0.15", "666.05", "464.99")
HUGE = ("10000000000", "9999999999.99", "12345678901.23")
RATES = ("0", "0.6", "0.95", "0.9375", "0.99995", "1", "1.2", "0.6125")
COUNTS = ("0", "1", "2", "3", "40", "41", "50", "96.87", "91.02", "120")
TARGETS = (
    ("≥90%", ("0.9", "0.45", "0.8999", "1", "1.3", "1.17", "1.1701", "-0.1")),
    ("=3件", ("3", "2", "4", "0")),
    ("≤5天", ("5", "4", "7", "0", "6.5")),
    ("10至20次", ("9", "10", "15", "21", "3")),
    ("0", ("0", "1")),
)


def random_evaluation(scheme: Scheme, seed: int) -> Evaluation:
    """The same seed gives the same evaluation; about one seed in three leaves nothing out."""
    chance = Random(f"{scheme.id}-{seed}")
    lack = chance.choice((0.0, 0.05, 0.25))
    goals = tuple(
        goal for path, node in walk(scheme.indicators) if node.slot for goal in _goals(path, node.points, chance)
    )
    filled = concrete(scheme, goals)
    data = [
        _item(item.name, item.unit, item.kind == "truth", item.signed, chance)
        for item in scheme.data
        if item.kind != "events"
    ]
    outside = [item.name for item in (*scheme.adjustments, *scheme.vetoes)]
    counted = [item.name for item in scheme.data if item.kind == "events"]
    judged = [
        (path, number, part.asks())
        for path, leaf in leaves(filled.indicators)
        for number, part in enumerate(leaf.parts, 1)
        if part.asks() and path not in {goal.path for goal in goals}
    ]
    listed = [path for path, _ in walk(filled.indicators)]
    return Evaluation(
        organisation="=1+1 示例单位",
        year=scheme.valid_from,
        scheme=scheme.id,
        evaluator=chance.choice(("self", "verified")),
        data=tuple(item for item in data if chance.random() >= lack),
        judgements=tuple(_judgement(*one, chance, lack) for one in judged if chance.random() >= lack),
        events=tuple(_events(name, chance) for name in (*counted, *outside) if chance.random() >= lack),
        goals=goals,
        note="@备注",
        evidence=tuple(_evidence(number, listed, chance) for number in range(chance.choice((0, 1, 3)))),
    )


def _evidence(number: int, paths: list[Path], chance: Random) -> Evidence:
    """Hostile names, several indicators, no file or a file with its checksum."""
    digits = "".join(chance.choice("0123456789abcdef") for _ in range(64))
    indicators = tuple(sorted(set(chance.choices(paths, k=chance.choice((0, 1, 2)))), key=paths.index))
    file = chance.choice(("", "佐证/=批复.pdf", "照片.JPG"))
    return Evidence(f"{number + 1}", "=cmd|' /C calc'!A0", file, indicators, "第3页", digits if file else "")


def _item(name: str, unit: Unit, truth: bool, signed: bool, chance: Random) -> DataItem:
    if truth:
        value = chance.random() < 0.6
        return DataItem(name, value, unit, "是" if value else "否")
    pool = RATES if unit == RATE else MONEY + (HUGE if chance.random() < 0.15 else ()) if unit.is_money else COUNTS
    number = Fraction(chance.choice(pool))
    if signed and chance.random() < 0.5:
        number = -number
    shown = f"{plain(number * 100)}%" if unit == RATE else f"{plain(number)}{unit}"
    return DataItem(name, number, unit, shown)


def _judgement(path: Path, number: int, asks: tuple[Asked, ...], chance: Random, lack: float) -> Judgement:
    answers = [(asked.key, _answer(asked, chance)) for asked in asks if chance.random() >= lack / 2]
    # The order in which the intake reads them back.
    answers.sort(key=lambda answer: answer[0].isdigit())
    return Judgement(path, number, tuple(answers), Reason("other", "+理由", ("甲证", "-乙证")))


def _answer(asked: Asked, chance: Random) -> Fraction:
    if asked.kind == "option":
        return Fraction(chance.randint(1, int(asked.high)))
    if not asked.partial:
        return chance.choice((Fraction(0), asked.high))
    return chance.choice(
        (asked.low, asked.high, asked.low + (asked.high - asked.low) * Fraction(chance.randint(0, 40), 40))
    )


def _events(name: str, chance: Random) -> EventList:
    count = chance.choice((0, 0, 0, 1, 2, 3, 5, 9))
    matters = ("", "", "同一件", "另一件*")
    return EventList(name, tuple(Event(name, f"=第{index}次", chance.choice(matters)) for index in range(count)))


def _goals(path: Path, points: Fraction | None, chance: Random) -> list[Goal]:
    """Rows whose points sum to the slot's; in one case out of five the document prints none for one row."""
    count = chance.choice((0, 1, 3, 4))
    total, goals = points or Fraction(0), []
    for index in range(count):
        share = total / count if index < count - 1 else total - total / count * (count - 1)
        share = (
            Fraction(plain(share, 2))
            if index < count - 1
            else total - sum((goal.points for goal in goals if goal.points), Fraction(0))
        )
        goals.append(_goal((*path, f"分类{index % 2}"), f"目标{index}", share, chance))
    if goals and chance.random() < 0.2:
        last = goals[-1]
        goals[-1] = Goal(last.under, last.name, None, last.target, None, last.actual, last.actual_text)
    return goals


def _goal(under: Path, name: str, points: Fraction, chance: Random) -> Goal:
    if chance.random() < 0.4:
        rate = chance.choice((Fraction(1), Fraction(17, 20), Fraction(0), None))
        tier = chance.choice(("达成", "部分达成", "")) if rate is None else ""
        return Goal(under, name, points, read_target("健全"), None, None, "基本健全", rate, tier)
    text, actuals = chance.choice(TARGETS)
    target = read_target(text)
    assert target is not None
    if chance.random() < 0.15:
        return Goal(under, name, points, target, None, None, "60余件")
    actual = Fraction(chance.choice(actuals))
    shown = f"{plain(actual * 100)}%" if target.unit == RATE else f"{plain(actual)}{target.unit or ''}"
    return Goal(under, name, points, target, None, actual, shown)
