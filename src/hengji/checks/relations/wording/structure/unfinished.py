"""Paragraphs that end in mid-sentence: …未设定可考核的, and then the next item begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import MARKER, Line, blocks
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_unfinished"]

_GOES_ON = re.compile(
    r"(?:的|以及|[和与及并或将把由于向因但且对被、，]|不断|进一步|难以|未能|尚未|仍需|应当|必须|不能|有待|有利于|通过|根据|按照|主要|(?<!原)因为|由于|关于|用于|包括|导致|造成|致使|使得|并且|而且|但是|因此|从而|以便|例如|比如|尤其是|特别是|同时|[传交送缴报拨增降升移]至|(?<!方)位于|坐落于|纳入|列入|加以|予以"
    r"|(?<![供补自配分发少多])给|[只才方]能|防止|避免|力争|争取|防范|促使|旨在|借助|依靠|鉴于|随着|只[好有]|[不未可尚]|无法|尚无|尚需|尚待|亟需|亟待|较为|更为|更加|逐步|逐渐|陆续|足以|得以|能否"
    r"|[相促确健切充逐努认共]|(?<![报签周迟独老达得收做找感遇受没未不办送回来已直料想等拿看见用能想提])到|(?:未能|没能|没有)及时"
    r"|的(?:取消|给予|责令|追究|扣除|扣减|暂停|终止|处以|追回|约谈|通报)"
    r"|(?<=[，；])(?:提高|加强|完善|推进|强化|推动|提升|促进|开展|建立|做好|落实|健全|优化|加快|确保|实现|形成)"
    r"|(?<=[，；])(?:按照?|依照?|根据|对照)(?:评分|评价|有关|相关|上述|国家|合同|序时)?(?:标准|规定|要求|程序|比例|计划|约定|制度|办法|政策|进度))$"
)
_NOUNS = re.compile(
    r"(?:总和|缓和|温和|饱和|共和|参与|给予|赠与|目的|(?<!指)(?<!目)标的|关于|属于|在于|低于|高于|等于|终于|大于|小于|对于|面对|应对|核对|比对|校对|针对|绝对|反对|原因|合并|一并|方向|去向|导向|意向|投向|流向|理由|缘由|事由|自由|派对|波及|普及|涉及|以及|危及|兼并|许可|认可|均可|皆可|都可|亦可|也可|尚可|即可|便可|方可|才可|就可|则可|宁可|不可|无可|未可|高尚|时尚|风尚|崇尚|和尚|真相|亮相|互相|照相|首相|[督敦催]促|仓促|短促|[正准明精的]确|[保强稳康]健|[一亲密迫关确深急贴恳]切"
    r"|[补扩填]充|追逐|[确承公否默]认|[公总一中合]共)$"
)
_CUT_SHORT = re.compile(r"[，；](?!等等|谢谢|下同)[\u4e00-\u9fff]{1,2}$")
"""加大引进力度，稳定: a clause of one word, and no stop behind it."""
_WITHOUT_VERB = re.compile(
    r"[，；](?=[^，；。]{2,12}$)[\u4e00-\u9fff]{0,6}(?:仍|还|均|都|也|已|尚)[与同跟][\u4e00-\u9fff]{2}$"
)
"""个别所仍与乡镇: with whom, and not what."""
_NEVER_ENDS = frozenset(("以及", "关于", "在于", "对于"))
_PROSE = re.compile(r"[，。；]")
_LEAST = 10
_APART = 6  # characters between two paragraphs that nothing stands between
_STOPS = "。！？；：:;!?…”）)》』」】〕]"
_ENDS_OTHERWISE = re.compile(r"[\d%％元人]$|http|www|@|电话|传真|邮编")
_NEXT_ITEM = re.compile(rf"{MARKER.pattern}|[一二三四五六七八九十][是、]")
_SECTION = re.compile(r"[二三四五六七八九十][一二三四五六七八九十]?、")
_HEADING = re.compile(r"(?:[二三四五六七八九十][一二三四五六七八九十]?、|（[二三四五六七八九十]{1,2}）)[^，。；]{2,30}")
_ANNEX = re.compile(r"附[件表](?:\s*[\d一二三四五六七八九十]+)?\s*[:：]")
_BEGINS_ANEW = re.compile(rf"{MARKER.pattern}|附[件表注](?:\s*[\d一二三四五六七八九十]+)?\s*[:：]?")
_SIGNS = re.compile(
    r"[\u4e00-\u9fff（）]{2,24}(?:局|委|会|办|中心|[医学法检]院|校|政府|厅|处|所|站|馆|部|公司|事务所(?:（[^（）]{2,8}）)?)"
)
_REASON = re.compile(
    r"原因(?:是|为|：)[^，。；：]{4,40}(?![至到为在和及与的由于将对从])[\u4e00-\u9fff]$|原因(?:是|为|：)[^。；]{4,60}(?![至到为在和及与的由于将对从])[\u4e00-\u9fff]$"
)
_CLOSING = re.compile("特此(?:报告|说明|汇报|自评|报送|函)")
_LONG = 30
_STOPPED = 6  # paragraphs that end with a stop
_STOPPED_ABOVE_SECTION = 3  # and where the next section begins right below
_LEAST_CLAUSES = 24
_MANY = 15  # paragraphs that end with a stop, beside one or two that do not
_FEW_OPEN = 2
_LAST = 16  # characters, more than any word that goes on has
_SHOWN = 24  # characters at the end of a paragraph that show where it stops
_TITLE_LIKE = re.compile(r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。]{0,30}$")
_REAL = frozenset(("docx", "doc", "wps", "html"))


def find_unfinished(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Every paragraph of prose that ends in a word which never ends one, before the next item or heading."""
    paragraphs = [*blocks(context.document, lines)]
    stopped = _are_stopped(paragraphs)
    if stopped:
        yield from _in_blocks(context, paragraphs)
    for block, below in pairwise([*paragraphs, ()]):
        yield from _before_annex(context, block)
        text = "".join(line.text for line in block)
        last = max(0, len(text) - _LAST)
        end = _GOES_ON.search(text, last)
        named = _NOUNS.search(text, last)
        if end is None or (named is not None and named[0] not in _NEVER_ENDS) or len(text) < _LEAST:
            continue
        listed = end[0] == "、" and _SECTION.match(below[0].text) if below else None
        if not (_PROSE.search(text[:-1]) or listed) or not below or below[0].start - block[-1].end > _APART:
            continue
        item = _BEGINS_ANEW.match(below[0].text) is not None or _is_signature(context, below[0])
        item = item or (stopped and end[0] not in "，、" and len(text) >= _LONG)
        if item or context.document.format in _REAL:
            sure = end[0] not in "，、" or _SECTION.match(below[0].text) is not None
            yield _broken(context, block[-1], end[0], certain=item and sure)
    yield from _before_closing(context, lines)
    yield from _without_verb(context, lines)
    alone = list(_alone_without_stop(context, paragraphs)) if stopped else []
    yield from alone or _without_stop(context, lines)
    yield from _reason_without_stop(context, lines)


def _without_verb(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """个别所仍与乡镇, and the next line begins the next item."""
    for line, below in pairwise(lines):
        if not line.tabular and _WITHOUT_VERB.search(line.text) and _NEXT_ITEM.match(below.text):
            yield _broken(context, line, line.text[-3:], certain=True)


def _are_stopped(paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether every paragraph of prose is one line, and nearly all end with a stop: no page's edge cuts them."""
    prose = [block for block in paragraphs if _is_prose("".join(line.text for line in block))]
    ended = sum(block[-1].text[-1] in _STOPS for block in prose)
    alone = sum(len(block) == 1 for block in prose)
    return len(prose) > _STOPPED and ended * 10 >= len(prose) * 9 <= alone * 10


def _in_blocks(context: Context, paragraphs: Sequence[Sequence[Line]]) -> Iterator[Relation]:
    """站内管理更加, a blank line, and another sentence, in a text whose paragraphs are one line each."""
    for block in paragraphs:
        for line, following in pairwise(block):
            between = context.document.text[line.end : following.start]
            end, named = _GOES_ON.search(line.text), _NOUNS.search(line.text)
            cut = between.count("\n") > 1 and end is not None and end[0] not in "，、" and named is None
            if cut and end is not None and len(line.text) >= _LONG and _PROSE.search(line.text[:-1]):
                yield _broken(context, line, end[0], certain=True)


def _before_closing(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """第三条是验收慢，手续, and the next line is 特此报告."""
    for line, below in pairwise(lines):
        ends = line.text[-1:] in _STOPS or _ENDS_OTHERWISE.search(line.text) is not None
        clauses = not line.tabular and _PROSE.search(line.text) is not None and len(line.text) >= _LEAST
        if clauses and not ends and _CLOSING.match(below.text):
            yield _broken(context, line, line.text[-2:], certain=True)


def _reason_without_stop(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """增加的主要原因是基本支出增加, and the line ends there, far from the edge, without a stop."""
    prose = sorted(len(line.text) for line in lines if not line.tabular)
    width = prose[len(prose) * 9 // 10] if prose else 0
    for line, below in pairwise(lines):
        ends = not line.tabular and not below.tabular and _REASON.search(line.text) is not None
        if not ends or len(line.text) * 3 > width * 2 or below.text[0] in "，。；、）" or width < _LONG:
            continue
        yield slip(
            context,
            [(max(line.start, line.end - 12), line.end)],
            "suspicious",
            f"“{line.text[-16:]}”后面没有句号，也没有写满一行。请补上句号，或把话写完。",
            rule="句子应完整",
            expected="。",
        )


def _is_signature(context: Context, line: Line) -> bool:
    """The body that signs, and the date below it."""
    behind = context.document.text[line.end : line.end + 2 * _APART]
    return _SIGNS.fullmatch(line.text) is not None and re.match(r"\s*20\d\d\s*年", behind) is not None


def _before_annex(context: Context, block: Sequence[Line]) -> Iterator[Relation]:
    """A line that runs on into 附件：…, which is no part of its sentence."""
    for line, following in pairwise(block):
        if _ANNEX.match(following.text) is not None:
            end, named = _GOES_ON.search(line.text), _NOUNS.search(line.text)
            if end is not None and named is None and len(line.text) >= _LEAST and _PROSE.search(line.text[:-1]):
                yield _broken(context, line, end[0], certain=end[0] not in "，、")


def _without_stop(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """The one paragraph of prose without a stop before a heading, in a text where every other has one."""
    paired = [(block, below, _under_heading(block)) for block, below in pairwise(blocks(context.document, lines))]
    prose = [one for one in paired if _is_prose(one[2])]
    open_ones = [one for one in prose if one[0][-1].text[-1] not in _STOPS]
    if len(open_ones) != 1 or len(prose) <= _STOPPED:
        prose = [one for one in paired if _is_clauses(one[2])]
        open_ones = [one for one in prose if one[0][-1].text[-1] not in _STOPS]
        open_ones = open_ones if all(_SECTION.match(below[0].text) for _, below, _ in open_ones) else []
    if len(open_ones) != 1 or len(prose) <= _STOPPED_ABOVE_SECTION:
        return
    block, below, text = open_ones[0]
    known = _GOES_ON.search(text) is not None or _ENDS_OTHERWISE.search(text) is not None
    item = MARKER.match(text) is not None and MARKER.match(below[0].text) is not None
    if known or not (item or _HEADING.fullmatch(below[0].text)) or below[0].start - block[-1].end > _APART:
        return
    verdict: Verdict = (
        "error" if _CUT_SHORT.search(text) else "suspicious"
    )  # else the stop alone may be what is missing
    told = f"没有句号，下面已是标题“{below[0].text[:20]}”，像是没有写完。请补写完整，或补上句号。"
    yield _stops_at(context, block[-1], verdict, told)


def _alone_without_stop(context: Context, paragraphs: Sequence[Sequence[Line]]) -> Iterator[Relation]:
    """One or two paragraphs that end in a word, where all others of a long text, one line each, end with a stop."""
    prose = [(block, below) for block, below in pairwise(paragraphs) if _is_clauses(block[-1].text) and len(block) == 1]
    open_ones = [(block[0], below[0]) for block, below in prose if block[0].text[-1] not in _STOPS]
    if len(prose) < _MANY or not 0 < len(open_ones) <= _FEW_OPEN:
        return
    for line, below in open_ones:
        known = _GOES_ON.search(line.text) is not None or _ENDS_OTHERWISE.search(line.text) is not None
        beside = line.tabular or below.tabular or "，" not in line.text or _TITLE_LIKE.search(line.text) is not None
        if not known and not beside and context.table_at(line.start) is None:
            yield _stops_at(context, line, "error", "没有句号，别的段落都有，像是没有写完。请补写完整，或补上句号。")


def _is_prose(text: str) -> bool:
    return len(text) >= _LONG and "。" in text[:-1]


def _under_heading(block: Sequence[Line]) -> str:
    """The paragraph without the heading that runs on into it where no blank line stands between."""
    heading = len(block) > 1 and _HEADING.fullmatch(block[0].text) is not None
    return "".join(line.text for line in block[heading:])


def _is_clauses(text: str) -> bool:
    """Clauses with a comma, which is prose too where it is no heading of a section."""
    return len(text) >= _LEAST_CLAUSES and "，" in text[:-1] and _SECTION.match(text) is None


def _broken(context: Context, line: Line, word: str, *, certain: bool) -> Relation:
    told = f"句子没有写完（“{word}”后面应有内容）。请补写完整，或删去多出的字。"
    return _stops_at(context, line, "error" if certain else "suspicious", told)


def _stops_at(context: Context, line: Line, verdict: Verdict, told: str) -> Relation:
    """*told* of the last words of *line*."""
    start = max(line.start, line.end - _SHOWN)
    return slip(
        context,
        [(start, line.end)],
        verdict,
        f"这一段停在“{context.document.text[start : line.end]}”，{told}",
        rule="句子应完整",
        expected="完整的句子",
        severity="medium",
    )
