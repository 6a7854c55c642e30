"""Evidence of a work: taken in, cited to indicators, taken back; each of it in the history."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from hengji.web.evidence.storing import VirusFoundError, store
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.evidence import Citation, Evidence
from hengji.web.models.user import User
from hengji.web.models.work import State, Work
from hengji.web.works.changes import EDITABLE, NotOpenError
from hengji.workflows.evidence_files import judge_evidence

__all__ = ["Taken", "citations_of", "cite", "take_back", "take_in", "uncite"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: the evidence, or why it was refused."""

    name: str
    evidence: Evidence | None = None
    problem: str = ""


def take_in(
    work: Work,
    files: Iterable[UploadedFile[Any]],
    indicator: str,
    actor: Actor,
    states: AbstractSet[State] = EDITABLE,
) -> tuple[Taken, ...]:
    """Judges, scans and keeps each of *files*; what is wrong with one does not stop the others.

    With an *indicator* each is cited to it. Raises NotOpenError where the work is handed on, which is where it is in
    none of *states*.
    """
    if work.state not in states or actor.user is None:
        raise NotOpenError
    return tuple(_take_one(work, file, indicator, actor, states) for file in files)


def _take_one(work: Work, file: UploadedFile[Any], indicator: str, actor: Actor, states: AbstractSet[State]) -> Taken:
    content = file.read()
    judged = judge_evidence(content, file.name or "", settings.UPLOAD_LIMIT)
    if judged.problem is not None:
        said = (judged.problem.message, judged.problem.found, judged.problem.expected, judged.problem.advice)
        return Taken(judged.name, None, "；".join(part.strip() for part in said if part))
    try:
        stored = store(content)
    except VirusFoundError as found:
        return Taken(judged.name, None, str(found))
    with transaction.atomic():
        held = _open(work, states)
        same = held.evidence.filter(digest=stored.digest, name=judged.name).first()
        evidence = same or Evidence.objects.create(
            work=held, name=judged.name, digest=stored.digest, media_type=judged.media_type, size=stored.size,
            scan=Evidence.Scan.CLEAN if stored.scanned else Evidence.Scan.UNSCANNED, by=cast(User, actor.user),
        )  # fmt: skip
        if same is None:
            told = {"name": evidence.name, "digest": evidence.digest, "size": str(evidence.size)}
            record(actor, held, [Change("上传佐证材料", "evidence", None, told)], held.organisation_id)
        if indicator:
            _cite(evidence, indicator, "", actor)
    return Taken(judged.name, evidence)


@transaction.atomic
def cite(evidence: Evidence, indicator: str, place: str, actor: Actor) -> Citation:
    """Says that the evidence speaks for *indicator* (its path with “/”) at *place*. Raises NotOpenError."""
    _open(evidence.work)
    return _cite(evidence, indicator, place.strip(), actor)


def _cite(evidence: Evidence, indicator: str, place: str, actor: Actor) -> Citation:
    whole = evidence.citations.filter(indicator=indicator, place="").first() if place else None
    if whole is not None and not evidence.citations.filter(indicator=indicator, place=place).exists():
        whole.place = place
        whole.save(update_fields=["place"])
        citation, made = whole, True
    else:
        citation, made = evidence.citations.get_or_create(indicator=indicator, place=place)
    if made:
        told = f"{evidence.name} {place}".strip()
        change = Change("引用佐证材料", f"evidence/{indicator}", None, told)
        record(actor, evidence.work, [change], evidence.work.organisation_id)
    return citation


@transaction.atomic
def uncite(citation: Citation, actor: Actor) -> None:
    """Takes a citation back. Raises NotOpenError."""
    evidence = citation.evidence
    _open(evidence.work)
    told = f"{evidence.name} {citation.place}".strip()
    change = Change("取消引用", f"evidence/{citation.indicator}", told, None)
    record(actor, evidence.work, [change], evidence.work.organisation_id)
    citation.delete()


@transaction.atomic
def take_back(evidence: Evidence, actor: Actor) -> None:
    """Takes one's own evidence out of the work with its citations; the history keeps its digest.

    The stored bytes stay: a version that was handed on may have cited them. Raises NotOpenError where the work is
    handed on, PermissionError where it is somebody else's.
    """
    _open(evidence.work)
    if actor.user is None or evidence.by_id != actor.user.pk:
        raise PermissionError
    told = {"name": evidence.name, "digest": evidence.digest, "size": str(evidence.size)}
    record(actor, evidence.work, [Change("删除佐证材料", "evidence", told, None)], evidence.work.organisation_id)
    evidence.delete()


def _open(work: Work, states: AbstractSet[State] = EDITABLE) -> Work:
    held = Work.objects.select_for_update().get(pk=work.pk)
    if held.state not in states:
        raise NotOpenError
    return held


def citations_of(work: Work) -> dict[str, list[Citation]]:
    """The citations of a work's evidence by indicator."""
    found: dict[str, list[Citation]] = {}
    for citation in Citation.objects.filter(evidence__work=work).select_related("evidence"):
        found.setdefault(citation.indicator, []).append(citation)
    return found
