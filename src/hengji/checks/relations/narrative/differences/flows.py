"""What there was, what came, what went and what is left: 年初在册 1286 户，新增 34 户，退出 218 户，年末 1102 户.

Every figure of the sentence in front of the last one has a part by its own word; the balance of the year is a flow of
its own (本年收支结余). Last is the stock, or the balance. What there was may open one of the two sentences before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import called, label_of
from hengji.checks.relations.near_misses import LONGEST, holds, slips_in, total_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.facts.relation import Relation, Verdict

__all__ = ["flows"]

_STOCK = (
    "结转|结余|结存|余额|库存|存量|存货|在册|未结|滚存|未办结|存栏|净值|在网|保有量|现存|净资产|在编|在职|实有|存续"
)
_CLOSING = re.compile(
    rf"(?:年末|期末|年底|年终|月末|季末|现有|截至[^，。；]{{0,10}}).{{0,8}}$|"
    rf"(?:结转下年|盘存|盘点|结转下一?年度?|未结|未办结|净增|净减|调整后|剩余).{{0,6}}$|(?:{_STOCK})(?:资金|数|额|为|达)*$"
)
_OPENING = re.compile(
    rf"(?:年初|期初|上年(?!同期)|上期|上月末|月初|季初|去年末|去年底|原有|旧存|上年存).{{0,10}}$|"
    rf"^(?:{_STOCK}).{{0,3}}$|(?:原值|资产总额|总资产|资产总计)$"
)
_AT_FIRST = re.compile(r"年初|期初|上年末|上年底|上年结[转余存]|去年末|去年底|月初|季初|旧存|原有")
_AT_LAST = re.compile(r"年末|期末|年底|年终|月末|季末|期终|现有|现存|盘存|截至|尚余|还剩|剩余|结余|结转下")
_TIME = re.compile(
    rf"{_AT_FIRST.pattern}|{_AT_LAST.pattern}|{_STOCK}|盘点|20\d\d年?|本?年度?|底|初|末|资金|人员|人数|总?数|实|账面|共|还|尚|仍|有|为|量|额|存"
)
"""The words of a stock that do not say of what it is."""
_NO_STOCK = re.compile("预算|决算|收入|支出|目标|计划")
_EARLIER = re.compile(rf"20\d\d年(?:末|底).{{0,8}}(?:{_STOCK})")
_OF_YEAR = re.compile(r"(?:本年|当年|全年|年度|当期|本期)(?:收支)?(?:结余|盈余|净增|新增净额)(?:为|数)*$")
_IN = re.compile(
    r"(?:收入|接收|新进|拨入|收到|新增|新收|新受理|受理|收案|购入|购进|采购|轮入|入库|调入|发行|发放|转贷|转入|到账|到位|下达|"
    r"计提|追加|增加|加上|注入|筹集|拨款|收储|纳入|迁入|招录|引进|进账|进货|采进|新购|新招|新聘|招聘|招收|新建|新设|新开|新登记|新成立|新注册|新认定|"
    r"增配|接受捐赠|捐赠|划入|转来|入职|入院|繁育|自繁|生产|补充)[^，。；：、（]{0,6}$"
)
_OUT = re.compile(
    r"(?:支出|退出|审结|办结|结案|领用|轮出|出库|调出|上解|上缴|注销|核销|偿还|还本|归还|调减|减去|扣除|消化|收回|使用|支付|"
    r"拨付|列支|报废|处置|迁出|减少|退休|辞职|清退|销号|解除|释放|毕业|离职|死亡|迁移|分配|提取|折旧|负债|摊销|"
    r"支用|消耗|耗用|领出|发出|用去|用掉|花掉|花去|开支|付出|出栏|报损|损耗|损失|过期|损毁|销毁|遗失|灭失|淘汰|划出|转出|调走|调离|交回|返还|"
    r"上交|缴回|化解|出院|售出|销售|出售|注销|撤销|吊销|取消|退[库货费])"
    r"[^，。；：、（]{0,6}$"
)
_STRANGE = re.compile(r"其中|预算数|计划|目标|同比|较上年|比上年|占|人均|平均|分别|包括")
_NET = re.compile(r"净(?P<way>增|减)(?:加|少|长)?[^，。；：、（]{0,6}$")
_MOST = 7
_LEAST = 2
_BACK = 2  # sentences before in which the opening may stand

Terms = list[tuple[int, Slot]]


def flows(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every stock or balance that the figures in front of it, or their next sentence's, make."""
    for index, passage in enumerate(texts):
        if not passage.slots or len(passage.slots) > LONGEST:
            continue
        changed = changed_slots(passage)
        for stated in passage.slots:
            if stated.kind not in (MONEY, COUNT) or stated.mention.approximate or not _closes(stated):
                continue
            found = list(_of(passage, stated, changed)) if stated.index >= _LEAST else []
            yield from found or _over_sentences(texts, index, stated)


def _closes(slot: Slot) -> bool:
    label = label_of(slot)
    return _CLOSING.search(label) is not None and not re.search(r"^(?:年初|期初|上年|上期|其中)", label)


def _of(passage: Passage, stated: Slot, changed: frozenset[int]) -> Iterator[Relation]:
    terms, own = _terms(passage, stated)
    if not terms or any(
        slot.index in changed and not re.search("增加|减少|新增|新发|偿还", slot.before) for _, slot in terms
    ):
        return
    net = _NET.search(label_of(stated))
    if net is not None and net["way"] == "减":
        terms = [(-sign, slot) for sign, slot in terms]  # 新增 a 人，退出 b 人，净减少 C 人: b less a
    opening = [term for term in terms if _opens(passage, term[1])]
    ways = [terms, *([[*opening, *own]] if opening and own else []), [term for term in terms if term not in opening]]
    ways = [way for way in ways if len(way) >= _LEAST]
    held = next((way for way in ways if holds(way, stated)), None)
    if held is not None:
        yield _relation(held, stated, "ok", "")
        return
    if any(holds([(1, a), (-1, b)], stated) for (_, a), (_, b) in combinations(terms, _LEAST)):
        return  # 旧存 a 件，新收 b 件，合计受理 W 件；审结 c 件，未结 C 件: the whole less one is what is left
    if opening and not _of_one_thing(label_of(opening[0][1]), label_of(stated)):
        return
    signs = {sign for sign, _ in terms}
    for way in ways:
        slips = [one for one in slips_in(way, stated, swapped=2, digit=4) if one.slot is stated or len(way) > _LEAST]
        if slips and (len(signs) > 1 or (way and opening)):
            yield _relation(way, stated, "error", slips[0].told)
            return
    plain = len(opening) == 1 and len(signs) > 1 and not own and (_one_each(terms) or _told_apart(terms, stated))
    plain = plain or (net is not None and _came_and_went(terms, stated))
    if plain and total_of(terms, stated) >= 0:
        yield _relation(terms, stated, "error", "")


def _came_and_went(terms: Terms, stated: Slot) -> bool:
    """Whether what came and what went stand right in front of what they make together, and nothing else does."""
    places = [slot.index for _, slot in terms]
    return {sign for sign, _ in terms} == {1, -1} and places == [stated.index - 2, stated.index - 1]


def _one_each(terms: Terms) -> bool:
    """One figure that came and one that went, beside the opening: nothing is told twice."""
    return sum(1 for sign, _ in terms if sign > 0) == _LEAST and sum(1 for sign, _ in terms if sign < 0) == 1


def _told_apart(terms: Terms, stated: Slot) -> bool:
    """Whether several figures came or went, each with a name of its own and none the sum of those behind it, between
    the stocks of the year's beginning and end."""
    labels = [label_of(slot) for _, slot in terms]
    ends = _AT_FIRST.search(labels[0]) is not None and _AT_LAST.search(label_of(stated)) is not None
    ends = ends and not _NO_STOCK.search(labels[0] + label_of(stated))  # 年初预算收入 A，年末决算收入 B
    alike = all(str(slot.mention.unit) == str(stated.mention.unit) for _, slot in terms)
    alike = alike and _of_one_thing(labels[0], label_of(stated))
    inside = any(
        holds([(1, slot) for _, slot in terms[at + 1 : end]], terms[at][1])
        for at in range(1, len(terms))
        for end in range(at + _LEAST, len(terms) + 1)
    )
    return ends and alike and len(set(labels)) == len(labels) and not inside


def _of_one_thing(opening: str, closing: str) -> bool:
    """年初生猪存栏 A，…，年末能繁母猪 C: whether what there was and what is left are not told of two things."""
    one, other = (_TIME.sub("", label) for label in (opening, closing))
    common = any(one[at : at + 2] in other for at in range(len(one) - 1))
    return not one or not other or common or one in other or other in one


def _over_sentences(texts: Sequence[Passage], index: int, stated: Slot) -> Iterator[Relation]:
    """年初 O。购进 A，领用 B。年末 C: an opening, in one of the sentences before, and all that came and went since."""
    if not _AT_LAST.search(label_of(stated)) or _NO_STOCK.search(label_of(stated)):
        return
    slots: list[Slot] = []
    for at in range(index, max(-1, index - _BACK - 1), -1):
        passage = texts[at]
        own = passage.slots[: stated.index] if at == index else passage.slots
        slots = [*own, *slots]
        terms = _flow_of(slots, stated) if own and at < index else []
        if terms:
            if holds(terms, stated):
                yield _relation(terms, stated, "ok", "")
            elif slips := slips_in(terms, stated, swapped=3, digit=4):
                yield _relation(terms, stated, "error", slips[0].told)
            elif _one_each(terms) and _told_apart(terms, stated) and total_of(terms, stated) >= 0:
                yield _relation(terms, stated, "error", "")
            return


def _flow_of(slots: Sequence[Slot], stated: Slot) -> Terms:
    """The opening that leads *slots* and what came and went behind it; nothing where a figure is none of these."""
    if not _LEAST < len(slots) <= _MOST or not _AT_FIRST.search(label_of(slots[0])):
        return []
    if _NO_STOCK.search(label_of(slots[0])):
        return []
    terms: Terms = [(1, slots[0])]
    for slot in slots[1:]:
        label = label_of(slot)
        sign = -1 if _OUT.search(label) else 1 if _IN.search(label) else 0
        if not sign or "总计" in label or _OF_YEAR.search(label):
            return []  # 收入总计 holds what was there at first
        terms.append((sign, slot))
    plain = not any(slot.mention.approximate or _STRANGE.search(slot.before) for slot in slots)
    return terms if plain and all(same_kind(slot, stated) for slot in slots) else []


def _opens(passage: Passage, slot: Slot) -> bool:
    label = label_of(slot)
    return (_OPENING.search(label) is not None and not _OF_YEAR.search(label)) or (
        slot.index == 0
        and (_EARLIER.search(label) or re.search(rf"(?:{_STOCK})(?:人员|人数|数|资金|额|为|是)*$", label)) is not None
    )


def _terms(passage: Passage, stated: Slot) -> tuple[Terms, Terms]:
    """The figures in front of *stated* with their signs, and the year's own balance; nothing where one has no part."""
    terms: Terms = []
    own: Terms = []
    for slot in reversed(passage.slots[max(0, stated.index - _MOST) : stated.index]):
        if passage.in_closed_bracket(slot, stated):
            continue  # 减少 7 人（退休 5 人、调出 2 人）: what a bracket tells of a flow is told already
        if not same_kind(slot, stated) or slot.mention.approximate or _STRANGE.search(slot.before):
            return [], []
        label = label_of(slot)
        if _OF_YEAR.search(label):
            own.append((1, slot))
        elif not _OUT.search(label) and _opens(passage, slot):
            terms.append((1, slot))
        elif _OUT.search(label):
            terms.append((-1, slot))
        elif _IN.search(label):
            terms.append((1, slot))
        else:
            return [], []
    return terms[::-1], own


def _relation(terms: Terms, stated: Slot, verdict: Verdict, likely: str) -> Relation:
    unit = stated.mention.unit
    right = as_written(total_of(terms, stated), stated.mention)
    name = called(stated)
    message = f"{name}为 {right}，与文中一致。"
    if verdict != "ok":
        message = f"{name}按前面各数推算应为 {right}，文中为 {number(stated.mention)}。"
    formula = "".join((" + " if sign > 0 else " - ") + in_words(converted(slot.mention, unit)) for sign, slot in terms)
    roles = [*(("income" if sign > 0 else "spent", slot.mention) for sign, slot in terms), ("stated", stated.mention)]
    return relation("difference", verdict, roles, formula.removeprefix(" + "), right, message, likely)
