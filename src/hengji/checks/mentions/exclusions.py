"""Numbers that are not figures: years, dates, document numbers, ordinals, list numbers, codes, telephones, names.

Everything here reads folded text (`numerals.folded`). `skipped` looks at a numeral's place before it is read,
`disowned` at the numeral together with what stands on both sides of it.
"""

from __future__ import annotations

import re
from typing import Final

from hengji.checks.mentions.counters import BEHIND_DIGITS, counter_pattern

__all__ = ["chinese_is_a_name", "disowned", "skipped"]

_YEAR: Final = r"(?:19|20)[0-9]{2}"
_DASH: Final = r"[-—–~至到、/]"
_SPACE: Final = r"[^\S\n]{0,3}"

_TAKEN_WHOLE: Final = re.compile(
    "|".join(
        (
            rf"{_YEAR}{_SPACE}{_DASH}{_SPACE}(?:{_YEAR}|[0-9]{{2}}){_SPACE}(?:年度?|学年)",
            rf"{_YEAR}\s{{0,40}}年(?:度|\s{{0,40}}[0-9]{{1,2}}\s{{0,40}}月(?:份|\s{{0,40}}[0-9]{{1,2}}\s{{0,40}}日)?"
            rf"|\s{{0,40}}[0-9]{{1,2}}\s?{_DASH}\s?[0-9]{{1,2}}\s?月份?)?",
            rf"{_YEAR}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}(?![0-9])",
            r"[0-9]{2}年(?:度|[0-9]{1,2}月|[初底末级])",
            rf"[0-9]{{1,2}}(?:{_SPACE}月份?)?{_SPACE}{_DASH}{_SPACE}(?:次年)?[0-9]{{1,2}}{_SPACE}月(?:份|{_SPACE}[0-9]{{1,2}}{_SPACE}日)?",
            rf"[0-9]{{1,2}}{_SPACE}月(?:份|[初中底末]|[上中下]旬|{_SPACE}[0-9]{{1,2}}(?:{_SPACE}{_DASH}{_SPACE}[0-9]{{1,2}})?{_SPACE}[日号])?",
            rf"[0-9]{{1,2}}(?:{_SPACE}[-—–~至]{_SPACE}[0-9]{{1,2}})?{_SPACE}日(?![以之]?内)",
            r"[0-9]{1,2}[:：][0-9]{2}(?::[0-9]{2})?(?![0-9])(?!\s?[万亿元%])",
            r"[0-9]{1,2}时(?:[0-9]{1,2}分)?(?!间|长)",
            r"[0-9]{1,2}小时(?:制|值[班守]|热线|不间断)|[57][×x*X][0-9]{1,2}(?![0-9.%％])(?:小时)?",
            r"0[0-9]{2,3}[-—][0-9]{7,8}(?![0-9])|[48]00-[0-9]{3,4}-[0-9]{3,4}"
            r"|1[3-9][0-9]{9}(?![0-9.]|\s*[万亿元%％])",
            r"[0-9]+(?:\.[0-9]+){2,}(?![0-9])",
            r"[0-9]+[·•][0-9]+",
            r"[0-9]+(?:-[0-9]+)+\s?(?=[表号])",
            r"[0-9]+\s?号(?!召)|[0-9]+(?=\s?(?:周年|后(?=[，、人])|强(?=[”\"，。、企县市区名榜评])|[A-Za-z]))[A-Za-z]*",
            r"[0-9]+(?:\.[0-9]+)?(?:版(?!面)|届|级(?!别)|型|热线|路(?=公)|国道|大队)",
        )
    )
)
_LINE_CODE: Final = re.compile(
    r"[2358][0-9]{2}(?:[0-9]{2}){0,2}(?:[^\S\n]+[0-9]{2}){0,2}(?=[^\S\n]{0,40}[\u4e00-\u9fff(“]|[^\S\n]*\n|[^\S\n]{2,})"
    rf"(?!\s?(?:[万亿千]?元|万?(?:{counter_pattern(BEHIND_DIGITS)})))"
)
"""A classification code that begins a line or a column: 类 款 项 in one piece or in three."""
_LIST_NUMBER: Final = re.compile(rf"[0-9]{{1,2}}(?:[.、]{_SPACE}(?![0-9])|\.{_SPACE}(?={_YEAR}{_SPACE}年)|[)])")
_SPACED_LIST_NUMBER: Final = re.compile(r"[0-9]{1,2}\. (?=[\u4e00-\u9fff])")
_SECTION: Final = re.compile(
    rf"[0-9]{{1,2}}\.[0-9]{{1,2}}(?={_SPACE}[\u4e00-\u9fff])(?!{_SPACE}[万亿%元])"
    rf"(?!{_SPACE}(?:分|年|个?\s?百分点|[万亿]?(?:{counter_pattern(BEHIND_DIGITS)}))(?:\s*(?:[，。；、,;|)）\t\n]|$)|[^\S\n]{{2}}))"
)
_COUNTED_AFTER_LIST: Final = re.compile(r"[0-9]{1,2}\.(?=[0-9]{1,3}\s?[个人名家件项次户位起](?!月|百))")
_PAGE_LINE: Final = re.compile(r"[0-9]{1,4}[^\S\n]*[-—–][^\S\n]*(?=\n|$)")
_ORDINAL_CHAIN: Final = re.compile(rf"[0-9]+(?:{_SPACE}[-—~、至到和及]{_SPACE}(?:第{_SPACE})?[0-9]+)*")
_BRACKETED: Final = re.compile(rf"(?:[0-9]{{1,2}}|{_YEAR}{_SPACE}(?:年度?)?){_SPACE}[)〕\]】〉>﹞”]")
_DOCUMENT_NUMBER: Final = re.compile(rf"{_YEAR}{_SPACE}[〕\])】〉>﹞]{_SPACE}(?:第{_SPACE})?(?:[0-9]+{_SPACE}号?)?")
_QUOTED_NAME: Final = re.compile(r"[0-9]+(?:[+\-/·.•][0-9A-ZN]+)*[”\"’』」]")

_ORDINAL: Final = re.compile(r"第[^\S\n]{0,2}$")
_LINE_START: Final = re.compile(r"(?:^|\n|\f)[^\S\n]*$")
_AFTER_STOP: Final = re.compile(r"(?:^|[\n\f。；;：:！？\t])\s{0,40}$|[^\S\n]{2,}$")
_AFTER_GAP: Final = re.compile(r"[^\S\n]$")
_COLUMN_START: Final = re.compile(r"(?:^|[\n\f\t])\s*$|[^\S\n]{2,}$")
_OPENING: Final = re.compile(r"[(〔\[【〈<﹝][^\S\n]{0,2}$")
_OPENING_QUOTE: Final = re.compile(r"[“\"‘『「]$")
_LEADERS: Final = re.compile(r"(?:(?:[.·]\s?){3,}|…\s?…\s?)$")
_PAGE_BEFORE: Final = re.compile(r"(?:^|\n)[^\S\n]*[-—–][^\S\n]*$")
_IDENTIFIED: Final = re.compile(
    r"(?:电话|传真|邮编|邮政编码|热线|手机|账号|帐号|户号|代码|编码|编号|证号|证书号|书号|车牌号?|QQ|身份证号?码?|联系方式)"
    r"[^\S\n]*[为是]?[^\S\n]*[:：]?[^\S\n]*$"
)
_NAMED_BEFORE: Final = re.compile(
    r"(?:附件|附表|附|图|附录|专栏|序号|栏次|行次|(?:^|[见如《下上\s(（、，和及])表)[^\S\n]{0,2}$"
)
_TELLING: Final = '第(〔[【〈<﹝“"‘『「.·…-—–。；;：:！？'  # empty at the start of a region: it is in every string
_PLAIN: Final = re.compile("[0-9]+")
_WORD_BEHIND: Final = re.compile(
    r" ?[\u4e00-\u9fff](?<![为的但和与及至到占比较共计得扣减增达等可则即而])|\+[A-ZN]|[+][^\S\n]?[A-Z]"
)
_SET_PHRASE: Final = re.compile(
    "一系列|一体|一票|一次性|两个(?:确立|维护|毫不|务必|结合|大局|健康|责任|“|坚定)|三个(?:一|区分|代表)|四个(?:意识|自信|全面|服务|最严|方面的要求)"
    "|五位一体|四套班子|两支一扶|三支一扶|八项规定|三项制度|五个一|四个一|三方面人员|一[个件条项]一|一人一|一企一|一户一|一家一|一件事|一家人"
    "|[一二两三四五六七八九十]类区|一位数|三位一体|四位一体"
    r"|[一二三四五六](?:类|级|档)[ \t]{0,2}\d"  # 二类81座、三类6座: the class is a name
)
_SAID_BEFORE: Final = re.compile(
    r"(?:[第届〇数几好上近超某每任唯统同万专之初]|进|十[^\S\n]?|星期|周|礼拜|[“\"‘『「《第])$"
)
_ONE: Final = frozenset({"家", "名", "户", "位", "所", "辆", "座", "件"})
_TWO: Final = frozenset({"家", "名", "人", "件", "位", "户"})


def skipped(text: str, position: int, start: int) -> int:
    """Where what is not a figure ends, if the digits at *position* begin such a thing; otherwise *position*.

    *start* is where the region begins: nothing before it is looked at.
    """
    before = text[max(start, position - 24) : position]
    told = before[-1:] in _TELLING or before[-1:].isspace()
    for pattern in _patterns(before) if told else (_TAKEN_WHOLE,):
        match = pattern.match(text, position)
        if match is not None:
            return match.end()
    return position


def _patterns(before: str) -> list[re.Pattern[str]]:
    """The patterns that hold after *before*, most telling first."""
    patterns: list[re.Pattern[str]] = []
    if _ORDINAL.search(before):
        return [_ORDINAL_CHAIN]
    if _LEADERS.search(before):
        return [_PLAIN]
    if _OPENING.search(before):
        patterns += [_DOCUMENT_NUMBER, _BRACKETED]
    if _OPENING_QUOTE.search(before):
        patterns.append(_QUOTED_NAME)
    if _PAGE_BEFORE.search(before):
        patterns.append(_PAGE_LINE)
    if _COLUMN_START.search(before):
        patterns.append(_LINE_CODE)
    if _LINE_START.search(before):
        patterns += [_COUNTED_AFTER_LIST, _LIST_NUMBER, _SECTION]
    elif _AFTER_GAP.search(before) and not _AFTER_STOP.search(before):
        patterns.append(_SPACED_LIST_NUMBER)
    elif _AFTER_STOP.search(before):
        patterns.append(_LIST_NUMBER)
    patterns.append(_TAKEN_WHOLE)
    return patterns


def disowned(text: str, position: int, end: int, start: int, *, measured: bool) -> bool:
    """Whether the numeral from *position* to *end* is an identifier, a reference, a code, a year or part of a name.

    *measured*: a unit stands behind it.
    """
    numeral, before = text[position:end], text[max(start, position - 12) : position]
    whole = numeral.isdigit()
    if before[-1:].isascii() and before[-1:].isalpha():
        return True
    if text[end : end + 1].isascii() and text[end : end + 1].isalpha() and not measured:
        return True
    if _IDENTIFIED.search(before) and (whole or "-" in numeral):
        return not measured
    if whole and len(numeral) > 1 and numeral[0] == "0":
        return True
    if measured or not whole:
        return False
    return _is_code(numeral, before, text, end)


def _is_code(numeral: str, before: str, text: str, end: int) -> bool:
    """Whether a bare whole number is a code, a year, a reference, or runs into a word."""
    if len(numeral) >= 11 or _NAMED_BEFORE.search(before):
        return True
    if len(numeral) == 4 and "2010" <= numeral <= "2035" and before[-1:] not in tuple("=(+-*/×÷"):
        return True
    return _WORD_BEHIND.match(text, end) is not None


def chinese_is_a_name(text: str, position: int, numeral: str, counter: str, start: int) -> bool:
    """Whether a Chinese numeral and its counter are part of a name or a set phrase rather than a count."""
    before = text[max(start, position - 3) : position]
    if _SAID_BEFORE.search(before) or _SET_PHRASE.match(text, position):
        return True
    if counter == "大":
        return not before.endswith("等")
    if numeral == "一":
        return counter not in _ONE and not (counter == "起" and before[-1:] in {"除", "有", "共", "了", "计"})
    return numeral == "二" and counter not in _TWO
