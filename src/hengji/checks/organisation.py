"""Whom a document is about: the office that reports or is evaluated, not the bureau or the firm that asks or judges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["organisation_of"]

_NAME: Final = r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9（）()、“”·]{3,39}"
_ENDING: Final = (
    r"(?:委员会|办公室|办事处|联合会|红十字会|管理局|管理处|中心|总局|协会|人民政府|指挥部|[宣传组织统战工作]{2}部|[支大总中]队|派出所"
    r"|[局厅委办院处所站校会馆园]|[中小大]学|试验场|林场|农场)"
)
_LABELLED: Final = re.compile(
    rf"(?:^|[\s|｜；;：:。])(?:项目|部门|填报|预算|主管|实施|报告|编制)?(?:主管|实施|承担|建设|责任)?(?:单位|部门)(?:名称|全称)?"
    rf"[（(]?(?:公章|盖章)?[)）]?\s*[：:\t]\s*(?P<name>{_NAME})(?=[\s，。；（(|｜]|$)",
    re.MULTILINE,
)
_EVALUATED: Final = re.compile(
    rf"被(?:评价|评估|考核|核查|复核)(?:单位|部门|对象)(?:名称)?\s*[：:\t]\s*(?P<name>{_NAME})"
)
_COLUMN: Final = re.compile(r"预算|决算|金额|编制|[人个户]数|资金|支出|收入|万?元|名、|名称|得分|分值|指标")
"""What a label for a column or a unit is followed by, and no office."""
_BEFORE_YEAR: Final = re.compile(
    rf"^(?:关于)?(?:20\d\d年度?)?(?P<name>[\u4e00-\u9fff（）()、“”·]{{2,40}}?{_ENDING}(?:[（(][^（）()]{{2,20}}[)）])?(?:本级|机关)?)"
    r"(?=(?:20\d\d|二[〇○零]..|关于|部门|单位|整体|决算|预算|财政|项目|绩效))"
)
_WITHIN: Final = re.compile(
    rf"(?:年度?)?(?P<name>[\u4e00-\u9fff（）()]{{2,30}}?{_ENDING})(?=20\d{{2}}|部门|单位|整体|关于|决算|预算)"
)
_OF_A_WHOLE: Final = re.compile(
    r"^(?:关于)?(?P<name>[\u4e00-\u9fff（）()、“”·]{4,40}?)(?:20\d\d|二[〇○零]..)年?度?(?:部门|单位)?(?:整体|决算|预算)"
)
"""A title that has an office before the year, whatever such offices are called."""
_PLACE: Final = re.compile(r"[省市县区州旗盟]$|项目$|资金$|工程$")
_CALLED: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,28}}?{_ENDING})（(?:以下|下)简?称(?!.{{0,8}}(?:项目|我所|本所|评价组))"
)
_LEAD: Final = re.compile("^.*?(?:受|委托，?|对|由|就|组织|按照|根据|关于|是|为|我[局委院所站]对?)(?=..)")
_SEAL: Final = re.compile(r"[（(](?:盖章|公章|签章)[)）]?$")
_WORDS: Final = re.compile("[的了和与及按在]|各|有关|相关|上级|以下|同级|单位")
_ASKING: Final = re.compile(r"财政[局厅所]|事务所|公司|咨询|评价中心")
_DOING: Final = r"(?:按照[^，。；]{2,30})?(?:负责|牵头|具体|统一)?(?:组织)?(?:实施|管理)"
_IN_CHARGE: Final = r"(?:为|是)(?:本|该)?项目(?:的)?(?:主管|实施|牵头|责任)(?:部门|单位)"
_CARRIES: Final = re.compile(
    rf"(?:[由对，。；\n　]|^)(?P<name>[\u4e00-\u9fff]{{2,20}}?{_ENDING})(?:{_DOING}|{_IN_CHARGE})", re.MULTILINE
)
"""区民政局负责组织实施: who carries a project out."""
_LINE: Final = re.compile(rf"^\s*(?P<name>[\u4e00-\u9fff（）]{{2,24}}{_ENDING})\s*$", re.MULTILINE)
_OF_DUTIES: Final = re.compile(
    r"(?:[\s，。、：]|职责)(?P<name>(?:(?!职责)[\u4e00-\u9fff（）]){3,29}?[局厅委办院处所站校室会府心队部])的主要(?:职责|职能)[是有包：]"
)
"""Where the first line is no title: 某县人民法院的主要职责是."""
_CITED: Final = re.compile(r"《[^》]*》")
_HEAD = 600
_COVER = 300
_DUTIES = 2500


def organisation_of(text: str, title: str, *, judged: bool) -> str:
    """Its name, or nothing where the paper does not say; *judged*: a report by another hand on that office."""
    found = next(_named(text, title, judged=judged), "")
    return _SEAL.sub("", found).strip()


def _named(text: str, title: str, *, judged: bool) -> Iterator[str]:
    """Every place that may say it, the surest first."""
    head, spoken = text[:_HEAD], re.sub(r"\s+", "", _CITED.sub("", title))
    yield from (match["name"] for match in _EVALUATED.finditer(head))
    titled = [*_in_title(spoken)]
    if judged:
        yield from titled
    yield from _labelled(head, judged=judged)
    yield from titled
    yield from _called(text[:_DUTIES])
    yield from _cover(head[:_COVER])
    yield from _carrying(text[:_DUTIES])
    yield from _labelled(text, judged=judged)
    yield from (match["name"] for match in _OF_DUTIES.finditer(text[:_DUTIES]))


def _in_title(title: str) -> Iterator[str]:
    for pattern in (_BEFORE_YEAR, _OF_A_WHOLE, _WITHIN):
        match = pattern.search(title)
        if match is not None and not _PLACE.search(match["name"]):
            yield match["name"]


def _labelled(text: str, *, judged: bool) -> Iterator[str]:
    """填报单位：某局; no 委托单位 nor 评价单位, and no column that is headed 单位."""
    for match in _LABELLED.finditer(text):
        name = match["name"]
        if not _COLUMN.search(name) and not (judged and _ASKING.search(name)):
            yield name


def _called(text: str) -> Iterator[str]:
    """某市文化和旅游局（以下简称“市文旅局”）, unless that is who asked for the report."""
    for match in _CALLED.finditer(text):
        name = _LEAD.sub("", match["name"])
        if not _ASKING.search(name) and re.search(r"[省市县区州旗盟镇乡]", name):
            yield name


def _carrying(text: str) -> Iterator[str]:
    for match in _CARRIES.finditer(text):
        name = _LEAD.sub("", match["name"])
        if not _ASKING.search(name) and not _WORDS.search(name):
            yield name


def _cover(head: str) -> Iterator[str]:
    """A line of the cover that holds nothing else."""
    for match in _LINE.finditer(head):
        if not _ASKING.search(match["name"]) and re.search(r"[省市县区州旗盟镇乡]", match["name"]):
            yield match["name"]
