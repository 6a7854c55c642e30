"""What was not spent, told far from the budget and the expenditure: 未支付资金 23.73 万元, budget 642.00, paid 618.27.

Budget and expenditure of the whole are looked for in the text by their names. What is left is one of their
differences; where it is none of them, and a slip of the pen parts it from exactly one, that is no chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import called, core, label_of, period_of
from hengji.checks.relations.narrative.differences.balances import openings_of
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, digits_of, shape
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind, slip_of
from hengji.facts.relation import Relation

__all__ = ["unspent"]

_LEFT = re.compile(
    r"(?:未支付?|未支出|未使用|未执行|未拨付|未列支|结余|剩余|结转|节余|尚余|沉淀)(?:的)?(?:资金|经费|金额|预算|数|额|款|[和与及]结[余转]|(?:到|至)?(?:下一?|次)年度?(?:继续)?(?:使用)?)*(?:共计?|为|是|：)*$"
)
_UNTOUCHED = (
    re.compile("(?:尚有|还有|仍有|剩下?|余下?)$"),
    re.compile("(?:未|没有?|尚未)(?:被)?(?:使用|支付?|支出|拨付|花|动用)"),
)
"""尚有 91.36 万元未使用: in front of the figure, and behind it."""
_NOT_LEFT = re.compile(r"年初|期初|上年|以前年度|累计|(?<!未)使用|历年|动用|非财政|收回")
_GIVEN = re.compile(
    r"(?:收支总[决预]算|全年预算|调整后?(?:全年)?预算|预算总?额|年度预算|预算安排|预算资金|预算|到位资金|资金到位|下达资金|资金总额|收入总[计额]|总收入|筹[集措]|到账|收入合计|收入决算|决算收入|本年收入|全年收入|资金|下达|拨付|到位)"
    r"(?:数|总额|合计|共计|安排|为|是|：)*$"
)
_SPENT = re.compile(
    r"(?:实际支出|实际支付|实际使用|全年支出|本年支出|累计支出|支出决算|决算支出|支出合计|支出总计|总支出|执行|支付|支出|使用|列支)(?:数|总额|合计|共计|资金|金额|为|是|：|了)*$"
)
_OFFSET = re.compile(
    r"(?:^|[，。；])(?:收支|两者|二者|两项|以上)(?:两项)?(?:品迭|轧差)?(?:相抵|相减|轧差|轧抵|品迭)(?:后|之后)?，?[^，。；]{0,10}$"
)
"""收支相抵，年末剩余 C: the words alone say what the rest is of."""
_IN_ALL = re.compile("收入合计|本年收入|全年收入|总收入|收入总[计额]")
_WITH_IT = ("收入总计", "收入总额")
_PART = re.compile(r"基本支出|项目支出|人员|公用|三公|其中|采购|接待|会议|培训|专项")
_SURE = 4  # digits that two amounts share by no chance
_BESIDE = 40  # characters between what was spent and what is left that one breath tells
_MOST = 12  # budgets, and expenditures, that are tried


def unspent(texts: Sequence[Passage], year: int | None) -> Iterator[Relation]:
    """Every rest whose budget and expenditure stand elsewhere; *year*: the paper's own."""
    given, spent, left = _collected(texts, str(year or ""))
    openings = openings_of(texts)
    pairs = [(a, b) for a in given for b in spent if _are_pair(a, b)] if left else []
    for rest in left:
        tried = [(a, b) for a, b in pairs if _fits(a, b, rest)]
        holding = next(((a, b) for a, b in tried if _gap(a, b, rest) == rest.mention.value), None)
        if holding is not None:
            yield _relation(*holding, rest, holds=True)
            continue
        opened = {converted(was.mention, rest.mention.unit) for was in openings}
        if any(rest.mention.value - _gap(a, b, rest) in opened for a, b in tried):
            continue  # 年初结转 O，收入 A，支出 B，年末结转 O + A - B
        near = [(a, b) for a, b in tried if _slip(a, b, rest)]
        wholes = [(a, b) for a, b in tried if not _own_name(_GIVEN, a) and not _own_name(_SPENT, b)]
        if not near and _OFFSET.search(rest.before) and len(wholes) == 1:
            near = wholes
        if len({_gap(a, b, rest) for a, b in near}) == 1:
            yield _relation(*near[0], rest, holds=False)
        elif not near:
            yield from _with_opening([pair for pair in pairs if same_kind(pair[0], rest)], openings, rest)


def _with_opening(pairs: Sequence[tuple[Slot, Slot]], openings: Sequence[Slot], rest: Slot) -> Iterator[Relation]:
    """收入合计 A，上年结转 O，支出合计 B，结转下年 O + A - B, where a slip of the pen parts it from that alone."""
    found: dict[Fraction, tuple[Slot, Slot, Slot]] = {}
    opened = [(was, converted(was.mention, rest.mention.unit)) for was in openings if same_kind(was, rest)]
    for given, spent in pairs if opened else ():
        whole = _IN_ALL.search(label_of(given))
        if whole is None or whole[0] in _WITH_IT:
            continue
        gap = _gap(given, spent, rest)
        found |= {gap + value: (given, spent, was) for was, value in opened if _is_slip(gap + value, spent, rest)}
    if len(found) == 1:
        gap, (given, spent, was) = next(iter(found.items()))
        right, unit = as_written(gap, rest.mention), rest.mention.unit
        roles = [(role, slot.mention) for role, slot in (("opening", was), ("given", given), ("spent", spent))]
        told = [in_words(converted(slot.mention, unit)) for slot in (was, given, spent)]
        formula = f"{told[0]} + {told[1]} - {told[2]}"
        message = f"{formula} = {right}，文中未支出数为 {number(rest.mention)}。"
        likely = slip_of(rest.mention, gap)
        yield relation("difference", "error", [*roles, ("stated", rest.mention)], formula, right, message, likely)


def _collected(texts: Sequence[Passage], year: str) -> tuple[list[Slot], list[Slot], list[Slot]]:
    given: dict[Fraction, Slot] = {}
    spent: dict[Fraction, Slot] = {}
    left: list[Slot] = []
    for passage in texts:
        changed = changed_slots(passage) if MONEY in passage.text else frozenset()
        for slot in passage.slots if MONEY in passage.text else ():
            label = label_of(slot) or _head_of(slot)
            if (
                slot.kind != MONEY
                or slot.index in changed
                or slot.mention.approximate
                or period_of(slot.before) not in ("", year)
            ):
                continue
            untouched = _UNTOUCHED[0].search(label) and _UNTOUCHED[1].match(passage.after(slot))
            if (_LEFT.search(label) or untouched) and not _NOT_LEFT.search(label):
                left.append(slot)
            elif _PART.search(label):
                continue
            elif _SPENT.search(label) and len(spent) < _MOST:
                spent.setdefault(slot.mention.value, slot)
            elif _GIVEN.search(label) and len(given) < _MOST:
                given.setdefault(slot.mention.value, slot)
    return list(given.values()), list(spent.values()), left[:_MOST]


def _head_of(slot: Slot) -> str:
    """三、结转结余：84.67万元."""
    return re.split("[，。；：、]", slot.before.rstrip("："))[-1]


def _are_pair(given: Slot, spent: Slot) -> bool:
    alike = given is not spent and given.mention.decimals == spent.mention.decimals
    return alike and same_kind(given, spent) and _of_one(given, spent)


def _fits(given: Slot, spent: Slot, rest: Slot) -> bool:
    return same_kind(given, rest) and _shown_in_full(given, spent, rest) and _gap(given, spent, rest) > 0


def _shown_in_full(given: Slot, spent: Slot, rest: Slot) -> bool:
    """Whether *rest* shows all decimals of the difference, noughts at its end left out (1843.70 as 1843.7)."""
    gap = _gap(given, spent, rest) * 10**rest.mention.decimals
    return rest.mention.decimals == given.mention.decimals or gap.denominator == 1


def _of_one(given: Slot, spent: Slot) -> bool:
    """东岭镇安排资金 and 西坡镇支出 are of two towns; a name on one side only may be left out on the other."""
    names = _own_name(_GIVEN, given), _own_name(_SPENT, spent)
    return not all(names) or names[0] in names[1] or names[1] in names[0]


def _own_name(pattern: re.Pattern[str], slot: Slot) -> str:
    """What the money is called besides being given or spent; nothing where it is the whole."""
    return core(pattern.sub("", label_of(slot)))


def _gap(given: Slot, spent: Slot, rest: Slot) -> Fraction:
    unit = rest.mention.unit
    return converted(given.mention, unit) - converted(spent.mention, unit)


def _slip(given: Slot, spent: Slot, rest: Slot) -> bool:
    return _is_slip(_gap(given, spent, rest), spent, rest)


def _is_slip(gap: Fraction, spent: Slot, rest: Slot) -> bool:
    if abs(gap - rest.mention.value) <= 2 * rest.mention.step:
        return False  # three rounded figures
    right = as_written(gap, rest.mention)
    digits = len(digits_of(right).rstrip("0"))
    name = shape(as_written(rest.mention.value, rest.mention), right)
    beside = spent.mention.end < rest.mention.start < spent.mention.end + _BESIDE
    return bool(name) and (digits >= _SURE or (digits == _SURE - 1 and name == SWAPPED and beside))


def _relation(given: Slot, spent: Slot, rest: Slot, *, holds: bool) -> Relation:
    computed = _gap(given, spent, rest)
    right, unit = as_written(computed, rest.mention), rest.mention.unit
    roles = [("given", given.mention), ("spent", spent.mention), ("stated", rest.mention)]
    formula = f"{in_words(converted(given.mention, unit))} - {in_words(converted(spent.mention, unit))}"
    if holds:
        return relation("difference", "ok", roles, formula, right, "未支出数与文中一致。")
    names = [called(slot) for slot in (given, spent)]
    told = f"{names[0]}{number(given.mention)}减{names[1]}{number(spent.mention)}"
    message = f"{told}为 {right}，文中未支出数为 {number(rest.mention)}。"
    return relation("difference", "error", roles, formula, right, message, slip_of(rest.mention, computed))
