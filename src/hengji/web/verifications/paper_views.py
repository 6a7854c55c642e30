"""What can be taken away: the report, the table, the comparison, the working papers."""

from __future__ import annotations

from typing import Any, Final, cast
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from hengji.facts.findings import Finding
from hengji.facts.signatures import Objection, Signatures
from hengji.web.evaluations.rubric import PARTS, heading_of, scheme_of
from hengji.web.evidence.storing import read_stored
from hengji.web.models.evidence import Evidence
from hengji.web.models.user import User
from hengji.web.models.work import State, Work
from hengji.web.rights import Right, may
from hengji.web.verifications.sheet import is_department, own_version, own_work, scored_sides, shown_content
from hengji.web.verifications.views import seen_verification
from hengji.workflows.scoring import Scored
from hengji.workflows.verification import comparison_paper, engine_content, pack_paper, report_paper, table_paper

__all__ = ["export"]

_WORDS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KINDS: Final = {
    "docx": _WORDS, "xlsx": _SHEET, "pdf": "application/pdf", "zip": "application/zip", "html": "text/html",
}  # fmt: skip
_NAMES: Final = {
    "report.docx": "自评核查报告", "report.pdf": "自评核查报告", "table.docx": "核查评分表", "table.pdf": "核查评分表",
    "table.xlsx": "核查评分表", "pack.zip": "核查底稿", "comparison.html": "自评与核查对照",
}  # fmt: skip
_MOST_PACKED: Final = 300 * 1024 * 1024


@may(Right.SEE_OWN_PAGES)
@require_GET
def export(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """A file of the verification as this person may see it; the working papers are the verifiers' and the bureau's."""
    work, user = seen_verification(request, pk), cast(User, request.user)
    if what not in _NAMES or (what == "pack.zip" and is_department(user)):
        raise Http404
    sides = scored_sides(work, user)
    if sides is None or sides[0].card is None or sides[1].card is None:
        messages.error(request, _("还不能导出：核查还没有开始，或没有可以计分的内容。"))
        return redirect("verification_work", pk=pk)
    content = _content(work, user, sides, what)
    if isinstance(content, Finding):
        messages.error(request, str(content))
        return redirect("verification_work", pk=pk)
    ending = what.rpartition(".")[2]
    name = f"{work.organisation}{work.stage.campaign.year}年度{_NAMES[what]}.{ending}"
    response = HttpResponse(content, content_type=_KINDS[ending])
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return response


def _content(work: Work, user: User, sides: tuple[Scored, Scored], what: str) -> bytes | Finding:
    own, checked = sides
    kind, _, ending = what.partition(".")
    if kind == "report":
        return report_paper(own, checked, f".{ending}")
    if kind == "table":
        return table_paper(own, checked, _signatures(work, user), f".{ending}")
    if kind == "comparison":
        return comparison_paper(own.card, checked.card).encode() if own.card and checked.card else b""
    return _pack(work, user)


def _signatures(work: Work, user: User) -> Signatures:
    given, mine = getattr(work, "assignment", None), own_work(work)
    version = own_version(work)
    handed = mine.versions.filter(state=State.SUBMITTED).order_by("-number").first() if mine is not None else None
    said = work.objections.model.objects.visible_to(user).filter(work=work)
    objections = tuple(Objection(tuple(one.indicator.split("/")), one.text, one.reply) for one in said)
    return Signatures(
        agency=str(given.agency) if given is not None else "",
        preparer=str(handed.by) if handed is not None else "",
        approver=str(version.by) if version is not None and handed is not None and version.by != handed.by else "",
        filled_on=_day(handed.at) if handed is not None else "",
        verifier=str(given.verifier) if given is not None and given.verifier else "",
        lead_verifier=str(given.lead) if given is not None and given.lead else "",
        reviewed_on=_day(given.signed_at) if given is not None and given.signed_at is not None else "",
        objections=objections,
    )


def _day(moment: Any) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d}"


def _pack(work: Work, user: User) -> bytes | Finding:
    scheme, mine, version = scheme_of(work), own_work(work), own_version(work)
    if scheme is None or mine is None or version is None:
        return Finding("error", _("核查还没有开始，没有底稿"))
    own = {**heading_of(mine, scheme), **{key: version.content[key] for key in PARTS if key in version.content}}
    checked = {**heading_of(work, scheme), **engine_content(shown_content(work, user), version.content)}
    return pack_paper(own, checked, _signed(_signatures(work, user)), _files(work, mine, user))


def _signed(signatures: Signatures) -> dict[str, Any]:
    keys = ("agency", "preparer", "approver", "filled_on", "verifier", "lead_verifier", "reviewed_on")
    said: dict[str, Any] = {key: value for key in keys if (value := getattr(signatures, key))}
    if signatures.objections:
        said["objections"] = [
            {"indicator": "/".join(one.path), "text": one.text, "reply": one.reply} for one in signatures.objections
        ]
    return said


def _files(work: Work, mine: Work, user: User) -> dict[str, bytes]:
    """The evidence's files under names that are all different; what was lost, or is beyond the bound, is left out."""
    found: dict[str, bytes] = {}
    seen = Evidence.objects.visible_to(user).filter(work__in=[work, mine], kind=Evidence.Kind.FILE)
    size = 0
    for number, one in enumerate(seen.exclude(digest=""), start=1):
        size += one.size
        if size > _MOST_PACKED:
            break
        name = one.name.replace("/", "_").replace("\\", "_")
        try:
            found[name if name not in found else f"{number}-{name}"] = read_stored(one.digest)
        except FileNotFoundError:
            continue
    return found
