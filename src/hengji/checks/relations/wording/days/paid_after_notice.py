"""Money that is said to be paid in the time that a rule gives after a public notice, by dates that say otherwise:
公示期满后30个工作日内拨付; 6月12日至6月18日公示，9月14日拨付到户; 均在规定的时限内拨付."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["find_paid_after_notice"]

_PAY: Final = "拨付|发放|支付|兑付|兑现|下达"
_RULE: Final = re.compile(
    rf"公示(?:期满|结束|无异议)(?:且?无异议)?(?:之日)?(?:起|后)(?P<n>\d{{1,3}})个?(?P<unit>工作日|日|天)(?:之|以)?内[^，。；\n]{{0,10}}?(?:{_PAY})"
)
_DAY: Final = r"(?:(?P<y{0}>20\d\d)年)?(?P<m{0}>1[0-2]|0?[1-9])月(?P<d{0}>[12]\d|3[01]|0?[1-9])日"
_PAID: Final = re.compile(
    rf"{_DAY.format(1)}(?:至|到|—+|-|～|~)(?P<last>{_DAY.format(2)})[^，。；\n]{{0,6}}公示[^，。；\n\d]{{0,6}}，[^，。；\n\d]{{0,8}}(?P<paid>{_DAY.format(3)})[^，。；\n\d]{{0,6}}(?:{_PAY})"
)
_KEPT: Final = re.compile(
    rf"(?:均|都|全部)(?:在|于)[^，。；\n]{{0,14}}(?:时限|期限|时间)(?:之|以)?内(?:完成)?(?:{_PAY})?|(?:均|都|全部)(?:按时|及时|如期|按期)(?:{_PAY})"
)
_REACH: Final = 160  # characters between the dates and the claim
_WEEK: Final = 5
_BREAK: Final = 10  # days off in a row at the most: 春节, 国庆


def find_paid_after_notice(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all, where the paper tells one rule."""
    flow = flowing(context)
    rules = list(_RULE.finditer(flow.text))
    if len({(one["n"], one["unit"]) for one in rules}) != 1:
        return
    rule, year = rules[0], 0
    allowed = int(rule["n"])
    most = allowed + 2 * (allowed // _WEEK + 1) + _BREAK if rule["unit"] == "工作日" else allowed
    for match in _PAID.finditer(flow.text):
        told = [int(match[f"y{at}"]) for at in (1, 2, 3) if match[f"y{at}"]]
        year = told[0] if told else year
        claim = _KEPT.search(flow.text, match.end(), match.end() + _REACH)
        last, paid = (_date(match, at, year) for at in (2, 3))
        if claim is None or last is None or paid is None or (paid - last).days <= most:
            continue
        passed = (paid - last).days
        figures = (
            piece(context, "from", *flow.of(match, "last")),
            piece(context, "to", *flow.of(match, "paid")),
            piece(context, "stated", *flow.of(claim)),
        )
        limit = f"{rule['n']}{'个' if rule['unit'] == '工作日' else ''}{rule['unit']}"
        message = f"公示到{match['last']}，{match['paid']}才拨付，相隔 {passed} 天，超过{limit}，文中却说“{claim[0]}”。"
        yield Relation(
            "policy", "error", figures, "公示期满到拨付的天数", f"{limit}内", f"{passed} 天", message,
            "日期误写，或没有按时拨付。", "high",
        )  # fmt: skip


def _date(match: re.Match[str], at: int, year: int) -> datetime.date | None:
    told = match[f"y{at}"]
    try:
        return datetime.date(int(told) if told else year, int(match[f"m{at}"]), int(match[f"d{at}"]))
    except ValueError:
        return None
