"""What a figure is about: the noun phrase before it, or what its clause leaves to be understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from hengji.checks.mentions.directions import without_direction

__all__ = ["Headings", "Spoken", "find_headings", "is_generic", "noun_behind", "spoken_subject"]

_SPACE: Final = re.compile(r"\s+")
_QUOTES: Final = re.compile("[“”\"‘’'《》$]")
_CODE_LEVEL: Final = re.compile(r"[(（][类款][)）]")
_CODE_LEAF: Final = re.compile(r"[(（]项[)）]")
_LEVEL_DASH: Final = re.compile("(?<=[\u4e00-\u9fff)）])-(?=[\u4e00-\u9fff])")
_LEAD: Final = re.compile(
    r"^(?:其中|包括|主要(?!领导)|另外|此外|同时|以及|并且|并|和|与|及|即|现|已|又|也|全年(?!预算|执行|实际|指标|完成)|年内|当年|本年度|目前|截至|截止|根据[^，]{0,20}|按|对应|分别|共计?|累计|实际共|"
    r"(?:本|我|各|全)(?:部门|单位|办|局|委|市|区|县|中心)(?=.{2})|(?:19|20)[0-9]{2}年度?末?|[0-9]{3}(?:[0-9]{2}){0,2}(?=[\u4e00-\u9fff]|$)|年度|[-—·.、:：*=<>≥≤~～％%]|[0-9]{1,2}[.．、](?![0-9])|年(?![初末底])|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}[是、])+"
)
_YEAR: Final = re.compile(r"^.*(?:19|20)[0-9]{2}\s*年(?:度|底|末|初|[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|份)?)?(?=.{2})")
_TRAIL: Final = re.compile(
    r"(?:(?<![签节合契预公])约为?|大约|(?<![附最])近|将近|接近|超过?|逾|不足|突破|达到?|均?为|是|共计|共有|共|有(?!效)|(?<![总合累])计|至少|最多|不[低少高]于|不超过|人民币|总计为|合计为|等|了|的|数量为"
    r"|不[能得]?(?:低于|少于|高于|超过)|但是大于|大于|[=≥≤<>~～:：\-—+*/×÷(（]|[\\]geq?|[\\]leq?|分别|未能|仅|只|已|各|每|和|与|及)+$"
)
_SHARE: Final = re.compile(r"^(.*?)(?<![所])占(.*?)(?:的?(?:比重|比例|比|份额))?(?:分别)?$")
_USED: Final = re.compile(r"^(?:实际|已|共|全年|累计)?(?:列支|使用|支出|执行|支付|开支|完成|用款|发生)$")
_BUDGET_TAIL: Final = re.compile(r"(?:支出)?(?:年初|全年|调整)?预算(?:安排)?(?:数|金额|额)?$")
_GENERIC: Final = re.compile(
    r"(?:指标|标准)?分值|(?:指标|自评|核查|评[价分])?(?:得分|评分)|得分率?|权重|(?:年初|全年|调整)?预算数?|(?:支出|收入)?决算数?|预算金额|执行数|执行率|完成率"
    r"|(?:年初|全年|半年|年度|全年实际)?(?:指标值|完成值|目标值|实际值)|扣分?|本项?指标得分|完成(?:年初|全年|调整)?预算数?"
)
_VERB_END: Final = re.compile(
    r"(?:设置?|内设|下设|有|包括|含|邀请|推荐|组织|举办|开展|完成|成立|派出|达|走访|召开|处理|受理|解决|签约|发布|到|为|赴|至|先后|获|了|共|全年|等|新增|是|由|和|与|及)$"
)
_NOUN: Final = re.compile(r"[ “\"]{0,3}([\u4e00-\u9fff]{2,12}?)(?=[，。；、：:（()！\s“”]|[和与及等]|[0-9]|$)")
_LONGEST: Final = 48
_HEADING: Final = re.compile(
    r"(?m)^[^\S\n]*(?:[(（](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]|[0-9]{1,2}[.、．]|[一二三四五六七八九十]{1,3}、)[^\S\n]*([^\n，。；：0-9]{2,30}?)[。:：]?[^\S\n]*$"
)
_ITEM_PATH: Final = re.compile(
    r"([^\n，。；：“”、()（）0-9.．]{2,30}[(（]类[)）](?:[^，。；：“”]{2,40}?[(（]款[)）])?(?:[^，。；：“”]{2,40}?[(（]项[)）])?)(?=\s*[。，：”])"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A subject and whether it was only understood from the figure before."""

    text: str
    inherited: bool


@dataclass(frozen=True, slots=True)
class Headings:
    """Titles of items in order, for figures whose own subject is generic (分值, 年初预算数)."""

    starts: tuple[int, ...]
    titles: tuple[str, ...]


def find_headings(text: str) -> Headings:
    """Numbered headings, and items named by their codes' levels: …（类）…（款）…（项）。"""
    found = [(match.start(1), _tidy(match[1])) for match in _HEADING.finditer(text)]
    found += [(match.start(1), _tidy(match[1])) for match in _ITEM_PATH.finditer(text)]
    found.sort()
    return Headings(tuple(start for start, _ in found), tuple(title for _, title in found))


def _tidy(phrase: str) -> str:
    phrase = _QUOTES.sub("", _SPACE.sub("", phrase))
    return _LEVEL_DASH.sub("/", _CODE_LEAF.sub("", _CODE_LEVEL.sub("/", phrase))).strip("/")


def is_generic(subject: str) -> bool:
    """Whether *subject* says nothing without the item it stands under."""
    return _GENERIC.fullmatch(subject) is not None


def spoken_subject(phrase: str, understood: str) -> Spoken:
    """The subject that *phrase* (from the clause's start, or the figure before, to the figure) names.

    *understood* is the subject of the figure before in the same run of clauses.
    """
    words = _tidy(phrase)
    share = _SHARE.match(_TRAIL.sub("", words))
    if share is not None:
        head, whole = _stripped(share[1]), _stripped(share[2])
        return Spoken(f"{head or understood}占{whole or '比'}", not head)
    subject = _stripped(without_direction(_TRAIL.sub("", words)))
    if not subject:
        return Spoken(understood.partition("占")[0] if "占" in understood else understood, True)
    if _USED.match(subject) and understood:
        return Spoken(_BUDGET_TAIL.sub("", understood) + subject, True)
    return Spoken(subject, False)


def _stripped(words: str) -> str:
    """*words* without connectives in front, a year, and verbs behind; the tail of what is too long."""
    before = None
    while before != words:
        before = words
        words = _TRAIL.sub("", _LEAD.sub("", _YEAR.sub("", words)))
    if "的" in words[:-1] and not words.startswith("的"):
        tail = words.rpartition("的")[2]
        words = tail if len(tail) >= 2 else words
    return words[-_LONGEST:].strip("，,。；、 ").lstrip(")）]")


def noun_behind(subject: str, phrase: str, text: str, tail: int, end: int) -> str:
    """What a counter counts, where it is named behind it: 设 3 个科室. *phrase* is what stands before."""
    if subject and not _VERB_END.search(phrase.rstrip()):
        return subject
    match = _NOUN.match(text, tail, min(end, tail + 16))
    return match[1] if match is not None else subject
