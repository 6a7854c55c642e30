"""What a document is and about whom: kind, title, organisation, year, from its first lines."""

from __future__ import annotations

import re
from collections import Counter

from hengji.checks.organisation import organisation_of
from hengji.facts.document import Document
from hengji.facts.relation import DocumentFacts

__all__ = ["describe"]

_KINDS = (
    ("verification", r"核查报告|复核报告|复评报告|绩效评价核查|自评核查"),
    ("goal_table", r"绩效目标(?:申报)?表"),
    ("self_evaluation", r"自评(?:价)?报告|绩效自评|自评情况|自评表"),
    ("evaluation", r"绩效评价报告|绩效评价"),
    ("final_account", r"部门决算|单位决算|决算公开|决算说明|决算情况"),
    ("budget", r"部门预算|单位预算|预算公开|预算说明|预算情况"),
)
_YEAR = re.compile(r"(20\d{2})\s*年(?!\s*\d{1,2}\s*月)")
_ANY_YEAR = re.compile(r"(?<!\d)(?<![较比与])(20\d{2})(?:\s*年|年度)")
_ISSUED = re.compile(r"(?:公开|发布|印发|成文|发文)(?:时间|日期)[：:]?20\d{2}年\d{1,2}月")
"""The day of issue is of the year after the one that the paper is on."""
_HEADED = re.compile(
    r"(?:(?:(?!年度|表|目)[\u4e00-\u9fff（）]){4,30}?)?20\d{2}\s?年度?\s?(?:(?!20\d{2})[^，。；：:…．.《》\n]){2,40}?"
    r"(?:绩效(?:自评|评价)(?:情况)?(?:报告|公开)|[决预]算(?:公开)?(?:情况)?的?(?:说明|公开|报告))(?!如下)(?:说明|报告)?"
)
"""A title within a line that the text lost its breaks in."""
_CONTENTS = re.compile(r"目\s*[录次]")
_ABOVE = re.compile(
    r"^(?:附[件表]\s*[\d一二三四五六七八九十]{0,2}\s*[：:]?|(?:监督)?索引号.*|当前位置.*|(?:来源|发布(?:日期|时间))[：:].*)$"
)
"""What stands above a title: 附件2, the path of a web page."""
_HEAD = 600
_LONGEST = 60  # characters of a line that a title may have
_TITLED = 2500  # characters among which such a title is looked for: a table of contents may stand first


def _usual_year(head: str) -> int | None:
    """The year that is named most, or first of several, where no title has one: 2020年决算 2021年预算 2021年决算."""
    named = Counter(_ANY_YEAR.findall(_ISSUED.sub("", re.sub(r"\s+", "", head))))
    return int(named.most_common(1)[0][0]) if named else None


def describe(document: Document) -> DocumentFacts:
    """Facts for the head of a report. What cannot be told is empty or None, never guessed from one mention."""
    head = document.text[:_HEAD]
    title = _whole(document.title, _title(document.text))
    kind = next((kind for kind, pattern in _KINDS if re.search(pattern, title)), "")
    kind = kind or next((kind for kind, pattern in _KINDS if re.search(pattern, head)), "other")
    year = _YEAR.search(re.sub(r"\s+", "", title))
    return DocumentFacts(
        kind=kind,
        title=title,
        organisation=organisation_of(document.text, title, judged=kind in ("evaluation", "verification")),
        year=int(year[1]) if year else _usual_year(head),
        pages=len(document.pages) or None,
        characters=len(document.text),
    )


def _whole(given: str, read: str) -> str:
    """The file's own title, unless that is only the first line of the one that the text begins with, or runs on."""
    if _runs_on(given) or _ABOVE.match(given):
        return read
    return read if re.sub(r"\s+", "", read).startswith(re.sub(r"\s+", "", given)) else given


def _runs_on(line: str) -> bool:
    """Whether a line is more than a title, or a table of contents."""
    return len(line) > _LONGEST or _CONTENTS.match(line) is not None


def _title(text: str) -> str:
    """The first lines that read like a title, joined where one is broken over two lines."""
    lines = [line.strip() for line in text.lstrip().split("\n")[:6]]
    while len(lines) > 1 and (not lines[0] or _ABOVE.match(lines[0])):
        del lines[0]
    taken: list[str] = []
    for line in lines:
        if "\t" in line:
            break  # a row of a table is no title
        if taken and (not line or re.search(r"[。，；：:]|^目\s*[录次]", line)):
            break
        if line:
            taken.append(line)
        if re.search(r"(?:报告|说明|表|公开)$", line):
            break
    if taken and _runs_on(taken[0]):
        begin = text.lstrip()[:_TITLED]
        within = _HEADED.search(begin) if _CONTENTS.match(taken[0]) else _HEADED.match(begin)
        if within is not None:
            return within[0].strip()
    return "".join(taken)[:80]
