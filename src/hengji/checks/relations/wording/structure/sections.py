"""What a document of its kind should speak of and does not; 本部门 in the report of a 单位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.reference.disclosure import SECTIONS
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = [
    "find_account_in_budget",
    "find_budget_in_account",
    "find_missing_sections",
    "find_missing_terms",
    "find_wrong_self",
]


_OF_BUDGET = re.compile(r"部门预算单位(?=基本情况|构成)")
_COVERED = re.compile(r"决算(?:编制|汇编|公开)范围|决算单位构成|部门决算(?:共有|的)单位")
_OF_ACCOUNT = re.compile(r"决算(?:组成单位|编制范围|编报范围)|纳入[^，。；]{0,16}决算编[制报]")
_COPIED = re.compile(
    r"本单位(?:(?:预算|决算)(?:包括|由)[^。]{0,30}(?:所属|下属)"
    r"|[^。，]{0,20}(?:预算|决算)[^。，]{0,8}范围的[^。]{0,12}(?:预算|二级|下属|所属)[^。]{0,6}单位)"
)
_OF_UNIT = re.compile(r"单位(?:预算|决算|整体)(?:公开|说明|编制|情况|支出)?")
_CALLED_UNIT = re.compile(r"以下简称[“\"]?[本我]单位")
_HEADINGS = re.compile(
    r"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]部分)[^\n，。；]{2,24}$", re.MULTILINE
)
_TERMS = re.compile(r"名词解释|名词说明|术语(?:解释|说明)|词语解释|概念解释|用语释义")
_OF_ONE_CHAPTER = re.compile("绩效[\u4e00-\u9fff]{0,6}(?:说明|情况)[）)]?$")
"""What of an account or a budget is published apart: 预算绩效情况说明."""
_NO_REPORT = re.compile(r"(?:表|摘要|自评结果)(?:[（(][^（）()]*[）)])?$")
_RUNNING = re.compile("绩效(?:运行|执行|目标)|运行监控")
"""How the budget runs is no disclosure of it: nothing has to stand in such a report but what runs."""
_PUBLISHED = 1000  # characters from which a disclosure is more than a notice
_PARTS = 2  # of a full one
_FEW = 3  # times that a copied word is overlooked


def find_missing_sections(context: Context) -> Iterator[Relation]:
    """Only in long documents, and only where the word does not occur at all: a table alone (评分表) is no report."""
    length, expected = SECTIONS.get(context.facts.kind, (0, ()))
    text = context.document.text
    heads = (re.sub(r"\s", "", head) for head in (context.facts.title, text.lstrip().partition("\n")[0]))
    if len(text) < length or any(_NO_REPORT.search(head) for head in heads):
        return
    if _RUNNING.search(context.facts.title) or _OF_ONE_CHAPTER.search(context.facts.title):
        return
    end = min(len(text), len(text) - len(text.lstrip()) + max(len(context.facts.title), 1))
    start = len(text) - len(text.lstrip())
    for section in expected:
        if re.search(section.pattern, text) is None:
            yield slip(
                context,
                [(start, end)],
                "suspicious",
                f"全文没有提到{section.name}。这类材料通常应说明；确实没有的，请写明“没有”或填 0。",
                rule="应有的内容",
                expected=section.name,
            )


def find_missing_terms(context: Context, parts: int) -> Iterator[Relation]:
    """A full disclosure without 名词解释; *parts* is how many 第X部分 it has."""
    text, title = context.document.text, re.sub(r"\s", "", context.facts.title)
    heads = (title, re.sub(r"\s", "", text.lstrip().partition("\n")[0]))
    published = any(re.search(r"公开(?:说明|情况)?$", head) for head in heads)
    full = context.facts.kind in ("budget", "final_account") and published
    if full and len(text) >= _PUBLISHED and parts >= _PARTS and _TERMS.search(text) is None:
        start = len(text) - len(text.lstrip())
        yield slip(
            context,
            [(start, min(len(text), start + max(len(context.facts.title), 1)))],
            "error",
            "公开材料没有“名词解释”。公开预算、决算应对专业名词作出解释，请补上这一部分。",
            rule="应有的内容",
            expected="名词解释",
        )


def _department_of_a_unit(context: Context) -> Iterator[Relation]:
    """二、部门决算情况说明 in a paper whose other headings and title speak of a 单位."""
    text, title = context.document.text, re.sub(r"\s", "", context.facts.title)
    headings = list(_HEADINGS.finditer(text))
    odd = [one for one in headings if re.search("部门(?:预算|决算)", one[0])]
    own = [one for one in headings if re.search("单位(?:基本情况|概况|情况|职责|主要职)", one[0])]
    told = len(re.findall("部门(?:预算|决算)|[本我]部门", text))
    if len(odd) == 1 and own and told == 1 and "部门" not in title and "事业单位" in text:
        start = odd[0].start() + odd[0][0].index("部门")
        yield slip(
            context,
            [own[0].span(), (start, start + 2)],
            "suspicious",
            f"其他标题说的都是“单位”（“{own[0][0].strip()}”），这里却写“部门”。请核对是否照抄了部门的文本，应为“单位”。",
            rule="自称应与材料一致",
            expected="单位",
        )


def find_wrong_self(context: Context) -> Iterator[Relation]:
    """A unit's report that calls itself 本部门: as a rule copied from the department's."""
    copied = _COPIED.search(context.document.text)
    if copied and "部门" in context.facts.title:
        yield slip(
            context,
            [(copied.start(), copied.start() + 3)],
            "error",
            "部门的预算（决算）由本级和所属单位组成，这里却自称“本单位”。应为“本部门”。",
            rule="自称应与材料一致",
            expected="本部门",
        )
    text = context.document.text
    yield from _department_of_a_unit(context)
    titled = _OF_UNIT.search(context.facts.title) is not None
    if not titled and _CALLED_UNIT.search(text) is None:
        return
    if "部门" in context.facts.title:
        return
    flow = flowing(context)
    found = re.search(r"本部门(?!预算|决算)", flow.text)
    if found:
        own = re.search(r"所属[^，。；]{0,20}单位|本单位|二级预算单位", text) is not None
        own = own and (titled or flow.text.count("本单位") >= _FEW)  # called so once, it may have two names
        yield slip(
            context,
            [flow.of(found)],
            "error" if own and flow.text.count("本部门") <= _FEW else "suspicious",
            "这是单位的材料，文中却自称“本部门”。请核对是否照抄了部门的文本，应为“本单位”。",
            rule="自称应与材料一致",
            expected="本单位",
        )


def find_account_in_budget(context: Context) -> Iterator[Relation]:
    """决算组成单位, 纳入部门决算编制范围 in a budget: a paragraph of the account's form."""
    title = context.facts.title
    if context.facts.kind != "budget" or "预算" not in title or "决算" in title:
        return
    flow = flowing(context)
    found = list(_OF_ACCOUNT.finditer(flow.text))
    if found:
        yield slip(
            context,
            [flow.of(match) for match in found],
            "error",
            f"这是预算，文中却说“{found[0][0]}”，像是照抄了决算的文本。请改为预算的说法。",
            rule="用语应与材料种类一致",
            expected="预算",
            severity="medium",
        )


def find_budget_in_account(context: Context) -> Iterator[Relation]:
    """部门预算单位基本情况 above the units that an account covers: a heading of the budget's form."""
    title = context.facts.title
    if context.facts.kind != "final_account" or "决算" not in title or "预算" in title:
        return
    flow = flowing(context)
    if _COVERED.search(flow.text) is None:
        return
    for match in _OF_BUDGET.finditer(flow.text):
        yield slip(
            context,
            [flow.of(match)],
            "suspicious",
            f"这是决算，标题却写“{match[0]}”，像是照抄了预算的文本。请改为“部门决算单位……”。",
            rule="用语应与材料种类一致",
            expected="决算",
            severity="low",
        )
