"""Verifies a self-evaluation row by row: what the verifier changed, what a row still lacks, what the papers say of it.

A verification's content begins as the self-evaluation that was handed in. Beside the parts that the engine reads it
has ``rows``: for each indicator whether it was confirmed, and the verifier's coded reason, words and evidence.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from hengji.facts.evaluation import REASON_CODES, Reason
from hengji.facts.findings import Finding
from hengji.facts.numbers import plain
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.rules.scheme import Scheme
from hengji.scoring.compare import compare
from hengji.workflows.rubric import RubricRow, judgement_content
from hengji.workflows.scoring import Scored, score_content

if TYPE_CHECKING:
    from hengji.facts.signatures import Signatures

__all__ = [
    "MARKS", "PARTS", "Mark", "Verdict", "begun_from", "comparison_paper", "engine_content", "event_verdict", "mark_of",
    "marked", "pack_paper", "report_paper", "table_paper", "verdict",
]  # fmt: skip

PARTS: Final = ("data", "judgements", "events", "goals")
"""The keys that the engine reads."""
MARKS: Final = "rows"
_YES: Final = "是"


@dataclass(frozen=True, slots=True)
class Mark:
    """What the verifier says of a row. `code` is one of REASON_CODES, `place` where the evidence shows it."""

    confirmed: bool = False
    code: str = ""
    text: str = ""
    place: str = ""

    @property
    def is_reasoned(self) -> bool:
        return self.code in REASON_CODES and bool(self.text)

    @property
    def reason(self) -> Reason:
        return Reason(self.code if self.code in REASON_CODES else "", self.text, (self.place,) if self.place else ())


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row as it stands: every difference in words, and what it lacks to be finished (empty: it is finished)."""

    differences: tuple[str, ...]
    lacks: str

    @property
    def is_finished(self) -> bool:
        return not self.lacks


def begun_from(own: Mapping[str, Any], heading: Mapping[str, str], scheme: Scheme) -> dict[str, Any]:
    """The content that a verification begins with: the parts of *own*, every judgement in a place of its own."""
    content = {key: copy.deepcopy(own[key]) for key in PARTS if key in own}
    evaluation = score_content({**heading, **content}, scheme, "").evaluation
    if evaluation is not None and "judgements" in content:
        content["judgements"] = judgement_content(evaluation)
    return content


def mark_of(content: Mapping[str, Any], key: str) -> Mark:
    """What the verifier marked on the row *key*."""
    rows = content.get(MARKS)
    said = rows.get(key) if isinstance(rows, dict) else None
    if not isinstance(said, dict):
        return Mark()
    code, text, place = (str(said.get(name) or "").strip() for name in ("code", "text", "place"))
    return Mark(said.get("confirmed") == _YES, code, text, place)


def engine_content(content: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """What the engine scores: the verifier's reasons stand with their judgements and goals.

    Where the verifier left an answer as the department gave it and says nothing, the department's reason stays.
    """
    known = {key: copy.deepcopy(content[key]) for key in PARTS if key in content}
    judged, before = known.get("judgements"), own.get("judgements")
    for key, leaf in judged.items() if isinstance(judged, dict) else ():
        theirs = before.get(key) if isinstance(before, dict) else None
        parts = leaf.get("parts") if isinstance(leaf, dict) else None
        for number, part in parts.items() if isinstance(parts, dict) else ():
            was = theirs.get("parts", {}).get(number) if isinstance(theirs, dict) else None
            _give_reason(part, was, mark_of(content, key))
    goals, goals_before = known.get("goals"), own.get("goals")
    for index, goal in enumerate(goals if isinstance(goals, list) else ()):
        was = goals_before[index] if isinstance(goals_before, list) and index < len(goals_before) else None
        _give_reason(goal, was, mark_of(content, _goal_key(goal)))
    return known


def _goal_key(goal: Any) -> str:
    if not isinstance(goal, dict):
        return ""
    under = goal.get("under")
    return "/".join([*(under if isinstance(under, list) else [str(under or "")]), str(goal.get("name") or "")])


def _give_reason(part: Any, was: Any, mark: Mark) -> None:
    if not isinstance(part, dict):
        return
    if mark.code or mark.text:
        for name in ("code", "reason", "evidence"):
            part.pop(name, None)
        reason = mark.reason
        part |= {"code": reason.code} if reason.code else {}
        part |= {"reason": reason.text} if reason.text else {}
        part |= {"evidence": list(reason.evidence)} if reason.evidence else {}
    elif _answers(part) != _answers(was):
        part.pop("code", None)
        part.pop("reason", None)


def _answers(part: Any) -> dict[str, Any]:
    said = part if isinstance(part, dict) else {}
    return {key: value for key, value in said.items() if key not in {"code", "reason", "evidence"}}


def marked(scored: Scored, content: Mapping[str, Any]) -> Scored:
    """*scored* with the verifier's reasons on every leaf, also on those that nobody judges but the data."""
    if scored.card is None:
        return scored
    nodes = tuple(_reasoned(node, mark_of(content, "/".join(node.path))) for node in scored.card.nodes)
    return replace(scored, card=replace(scored.card, nodes=nodes))


def _reasoned(node: NodeScore, mark: Mark) -> NodeScore:
    if not node.is_leaf or node.reasons or not (mark.code or mark.text):
        return node
    return replace(node, reasons=(mark.reason,), why=(*node.why, _words(mark)))


def _words(mark: Mark) -> str:
    code = f"（{REASON_CODES[mark.code]}）" if mark.code in REASON_CODES else ""
    return f"理由{code}：{mark.text}" + (f"；佐证：{mark.place}" if mark.place else "")


def verdict(row: RubricRow, own: NodeScore | None, checked: NodeScore | None, mark: Mark) -> Verdict:
    """Compares both sides of a leaf. A row that differs needs a coded reason in words; one that does not, a look."""
    differences = tuple(_differences(row, own, checked))
    return Verdict(differences, _lacks(own, checked, mark, bool(differences)))


def event_verdict(name: str, own: Any, checked: Any, mark: Mark) -> Verdict:
    """The same for a bonus, a penalty or a veto, which are counted by the events listed under *name*."""
    same = own == checked
    differences = () if same else (f"{name}：自评 {_counted(own)}，核查 {_counted(checked)}",)
    if mark.is_reasoned or (same and mark.confirmed):
        return Verdict(differences, "")
    return Verdict(differences, "还没有核查" if same else "改动了自评，没有写理由类别和理由")


def _counted(events: Any) -> str:
    return f"{len(events)} 项" if isinstance(events, list) else "未填"


def _lacks(own: NodeScore | None, checked: NodeScore | None, mark: Mark, differs: bool) -> str:
    if checked is None or checked.score is None:
        return "核查得分还算不出来，请填全数据和评判"
    if mark.is_reasoned or (not differs and mark.confirmed):
        return ""
    missing = "、".join(
        name for name, has in (("理由类别", mark.code in REASON_CODES), ("理由", bool(mark.text))) if not has
    )
    if not differs:
        return f"还没有写{missing}，或确认无误" if mark.code or mark.text else "还没有核查"
    before = own.score if own is not None else None
    if before is not None and checked.score < before:
        return f"扣了 {plain(before - checked.score)} 分，没有写{missing}"
    return f"改动了自评，没有写{missing}"


def _differences(row: RubricRow, own: NodeScore | None, checked: NodeScore | None) -> Iterator[str]:
    before = {item.name: _said(item.value, item.unit) for item in own.inputs} if own is not None else {}
    after = {item.name: _said(item.value, item.unit) for item in checked.inputs} if checked is not None else {}
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield f"{name}：自评 {before.get(name, '未填')}，核查 {after.get(name, '未填')}"
    if row.is_goal and own is not None and checked is not None:
        for name, one, other in (
            ("全年指标值", own.target, checked.target),
            ("实际完成值", own.actual, checked.actual),
        ):
            if one != other:
                yield f"{name}：自评 {one or '未填'}，核查 {other or '未填'}"
    if _score(own) != _score(checked):
        yield f"得分：自评 {_score(own)}，核查 {_score(checked)}{_change(own, checked)}"


def _said(value: str, unit: str) -> str:
    return value if value.endswith(unit) else f"{value}{unit}"


def _score(node: NodeScore | None) -> str:
    return "未填全" if node is None or node.score is None else plain(node.score)


def _change(own: NodeScore | None, checked: NodeScore | None) -> str:
    if own is None or checked is None or own.score is None or checked.score is None:
        return ""
    gap: Fraction = checked.score - own.score
    return f"，{'多' if gap > 0 else '少'} {plain(abs(gap))} 分"


def report_paper(own: Scored, checked: Scored, ending: str) -> bytes | Finding:
    """The verification report, with the self-evaluation beside it, as ``.docx`` or ``.pdf``."""
    from hengji.reports.narrative.composing import compose
    from hengji.reports.narrative.drafting.verification import draft_verification
    from hengji.reports.narrative.subject import Subject
    from hengji.workflows.content_report import write_paper

    if checked.evaluation is None or checked.scheme is None or checked.card is None:
        return Finding("error", "核查还没有可以计分的内容，不能写报告")
    subject = Subject(checked.evaluation, checked.scheme, checked.card, own.card, ())
    return write_paper(compose(draft_verification(subject), subject).paper, ending)


def table_paper(own: Scored, checked: Scored, signatures: Signatures, ending: str) -> bytes | Finding:
    """The verification table: both scores, the deductions with their reasons, objections and replies, who signs."""
    from hengji.workflows.scorecards import ScoredSides, write_scorecard

    if checked.card is None or own.card is None:
        return Finding("error", "自评或核查还没有可以计分的内容，不能写评分表")
    findings = compare(own.card, checked.card).findings
    with TemporaryDirectory(prefix="hengji-verification-") as folder:
        path = Path(folder) / f"table{ending}"
        said = write_scorecard(ScoredSides(findings, checked, own, checked, signatures), path)
        return path.read_bytes() if path.exists() else said[0]


def comparison_paper(own: Scorecard, checked: Scorecard) -> str:
    """Both sides leaf by leaf as one self-contained page."""
    from hengji.reports.scorecard_page import comparison_page

    return comparison_page(compare(own, checked))


def pack_paper(
    own: Mapping[str, Any], checked: Mapping[str, Any], signatures: Mapping[str, Any], evidence: Mapping[str, bytes]
) -> bytes | Finding:
    """The working papers as one zip: both evaluations (in the notation of the files), who signed, the evidence."""
    from hengji.workflows.packing import PackInputs, pack
    from hengji.workflows.presenting import data_text

    with TemporaryDirectory(prefix="hengji-verification-") as name:
        folder = Path(name)
        for stem, content in (("self", own), ("verified", checked), ("signatures", signatures)):
            (folder / f"{stem}.yaml").write_text(data_text(dict(content), "yaml"), encoding="utf-8")
        papers = folder / "evidence"
        papers.mkdir()
        for stem, held in evidence.items():
            (papers / stem).write_bytes(held)
        inputs = PackInputs(folder / "verified.yaml", folder / "self.yaml", papers, folder / "signatures.yaml")
        packed = pack(inputs, folder / "pack.zip")
        if packed.is_written:
            return (folder / "pack.zip").read_bytes()
        errors = [each for each in packed.findings if each.severity == "error"]
        return errors[0] if errors else Finding("error", "底稿没有写成")
