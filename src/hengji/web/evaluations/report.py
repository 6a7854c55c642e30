"""The report of a self-evaluation out of its work: what was scored, what was edited, last year beside it."""

from __future__ import annotations

from typing import Any

from hengji.web.evaluations.rubric import PARTS, heading_of, scheme_of, scored_work
from hengji.web.evaluations.scored_once import scored_once
from hengji.web.frame.language import chinese
from hengji.web.models.campaign import StageKind
from hengji.web.models.evidence import Citation
from hengji.web.models.work import State, Work
from hengji.web.works.content import at
from hengji.workflows.content_report import PassageEdit, ReportDraft, draft_report
from hengji.workflows.scoring import Scored

__all__ = ["earlier_work", "full_score", "report_of"]


def earlier_work(work: Work) -> Work | None:
    """The same department's or project's self-evaluation of the year before, where it was accepted."""
    return (
        Work.objects.filter(
            organisation=work.organisation_id,
            **({"project__name": work.project.name} if work.project else {"project": None}),
            stage__kind=StageKind.SELF_EVALUATION,
            stage__campaign__year=work.stage.campaign.year - 1,
            state=State.ACCEPTED,
        )
        .select_related("stage__campaign", "organisation", "project")
        .first()
    )


def full_score(work: Work) -> Scored | None:
    """The score with the list of evidence that was cited; None where no scheme was set."""
    scheme = scheme_of(work)
    if scheme is None:
        return None
    known = {key: work.content[key] for key in PARTS if key in work.content}
    content = {**heading_of(work, scheme), **known}
    plain = scored_once(content, scheme, chinese(work))
    paths = {"/".join(node.path) for node in plain.card.nodes} if plain.card is not None else set()
    listed = _evidence(work, paths)
    return scored_once({**content, "evidence": listed}, scheme, chinese(work)) if listed else plain


def _evidence(work: Work, paths: set[str]) -> list[dict[str, Any]]:
    """One line for each piece and place, numbered; indicators that the scheme does not have are left out."""
    by_piece: dict[tuple[int, str], list[Citation]] = {}
    for citation in Citation.objects.filter(evidence__work=work).select_related("evidence"):
        if citation.indicator in paths:
            by_piece.setdefault((citation.evidence_id, citation.place), []).append(citation)
    lines = []
    for number, ((_, place), citations) in enumerate(by_piece.items(), start=1):
        evidence = citations[0].evidence
        line: dict[str, Any] = {"number": str(number), "name": evidence.name, "file": evidence.name}
        line["indicators"] = [each.indicator for each in citations]
        lines.append(line | ({"place": place} if place else {}))
    return lines


def report_of(work: Work) -> ReportDraft | None:
    """The report as it stands; None where nothing can be scored."""
    scored, last = full_score(work), earlier_work(work)
    if scored is None:
        return None
    scheme = scheme_of(last) if last is not None else None
    earlier = [scored_work(last, scheme)] if last is not None and scheme is not None else []
    return draft_report(scored, _edits(work), earlier)


def _edits(work: Work) -> dict[str, PassageEdit]:
    kept = at(work.content, ("narrative",))
    return {
        key: PassageEdit(str(each.get("edited") or ""), str(each.get("edited_from") or ""))
        for key, each in (kept.items() if isinstance(kept, dict) else ())
        if isinstance(each, dict)
    }
