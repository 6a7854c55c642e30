"""Lists of the verification: the verifications with their totals, requests for further material, objections."""

from __future__ import annotations

from typing import Any, Final, cast

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.years import year_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.conversation import Objection
from hengji.web.models.evidence import Evidence
from hengji.web.models.organisation import Organisation
from hengji.web.models.user import User
from hengji.web.models.work import State, Work
from hengji.web.rights import Right, has_right, may
from hengji.web.verifications.forms import AssignmentForm
from hengji.web.verifications.gathering import asked_by, open_requests
from hengji.web.verifications.sheet import is_department
from hengji.web.verifications.totals import Totals, totals_for
from hengji.workflows.evidence_files import ALLOWED

__all__ = ["index", "objections", "requests"]

_STATES: Final = (
    State.UNASSIGNED, State.VERIFYING, State.SECOND_OPINION, State.PRELIMINARY, State.OBJECTED, State.LOCKED,
)  # fmt: skip


def _asked(request: HttpRequest) -> tuple[str, int | None, str]:
    """Words, year and state that the list is asked for."""
    return request.GET.get("words", "").strip(), year_of(request), request.GET.get("state", "").strip()


def _named(user: User, words: str) -> Any:
    return Organisation.objects.visible_to(user).named(words).values("pk")


def _people(work: Work) -> str:
    given = getattr(work, "assignment", None)
    return f"{given.verifier or '—'}" if given is not None else ""


def _columns(totals: dict[int, Totals]) -> tuple[Column[Work], ...]:
    """*totals* are filled before a row's text is asked for."""

    def total(name: str) -> Any:
        return lambda work: getattr(totals[work.pk], name)

    return (
        Column("year", _("年度"), lambda work: str(work.stage.campaign.year), ("stage__campaign__year",)),
        Column("organisation", _("单位"), lambda work: str(work.organisation), ("organisation__sort_key",)),
        Column("agency", _("机构"), lambda work: str(work.assignment.agency) if hasattr(work, "assignment") else "",
               ("assignment__agency__sort_key",)),
        Column("verifier", _("核查人"), _people, ("assignment__verifier__sort_key",)),
        Column("state", _("状态"), lambda work: work.get_state_display(), ("state",)),
        Column("deadline", _("期限"), lambda work: f"{work.deadline:%Y-%m-%d}", ("due",)),
        Column("own", _("自评得分"), total("own"), (), number=True),
        Column("checked", _("核查得分"), total("checked"), (), number=True),
        Column("gap", _("差额"), total("gap"), (), number=True),
    )  # fmt: skip


@may(Right.SEE_OWN_PAGES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All verifications within sight."""
    user = cast(User, request.user)
    works = Work.objects.visible_to(user).filter(stage__kind=StageKind.VERIFICATION).with_due()
    words, year, state = _asked(request)
    works = works.filter(organisation__in=_named(user, words)) if words else works
    works = works.filter(state=state) if state in State.values else works
    works = works.filter(stage__campaign__year=year) if year is not None else works
    works = works.select_related(
        "stage__campaign", "organisation", "project", "assignment__agency", "assignment__verifier", "assignment__lead"
    )
    totals: dict[int, Totals] = {}
    ordered = works.order_by("-stage__campaign__year", "organisation__sort_key")
    listing = Listing(request, ordered, _columns(totals), _("自评核查"))
    if listing.is_asked_for_export:
        totals.update(totals_for(list(ordered), user))
        return listing.export()
    shown = list(listing.page)
    totals.update(totals_for(shown, user))
    context = {
        "listing": listing, "rows": [(work, totals[work.pk]) for work in shown], "words": words, "state": state,
        "year": year, "asked": open_requests(Work.objects.visible_to(user)).count() if is_department(user) else 0,
        "states": [pair for pair in State.choices if pair[0] in _STATES],
        "form": AssignmentForm(user) if has_right(user, Right.ASSIGN) else None,
    }  # fmt: skip
    return render(request, "verifications/index.html", context)


def _moment(value: Any) -> str:
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M}" if value else ""


def _answers(one: Evidence) -> str:
    return "；".join(answer.name if answer.digest else answer.text for answer in one.answered_by.all())


def _request_state(one: Evidence) -> str:
    if not one.answered_by.all():
        return _("待答复")
    return _("已收讫") if one.settled_at else _("已答复")


_REQUESTS: Final = (
    Column[Evidence]("year", gettext_lazy("年度"), lambda one: str(one.work.stage.campaign.year),
                     ("work__stage__campaign__year",)),
    Column[Evidence]("organisation", gettext_lazy("单位"), lambda one: str(one.work.organisation),
                     ("work__organisation__sort_key",)),
    Column[Evidence]("name", gettext_lazy("要求的材料"), lambda one: f"{one.name} {one.text}".strip()),
    Column[Evidence]("answers", gettext_lazy("答复"), _answers),
    Column[Evidence]("by", gettext_lazy("要求人"), lambda one: str(one.by), ("by__sort_key",)),
    Column[Evidence]("at", gettext_lazy("要求时间"), lambda one: _moment(one.at), ("at",)),
    Column[Evidence]("due", gettext_lazy("期限"), lambda one: f"{one.held_on:%Y-%m-%d}" if one.held_on else "",
                     ("held_on",)),
    Column[Evidence]("state", gettext_lazy("状态"), _request_state, ("is_answered", "settled_at")),
)  # fmt: skip


@may(Right.SEE_OWN_PAGES)
@require_GET
def requests(request: HttpRequest) -> HttpResponse:
    """All requests within sight, those without an answer first."""
    user = cast(User, request.user)
    words, year, state = _asked(request)
    asked = Evidence.objects.visible_to(user).filter(kind=Evidence.Kind.REQUEST, answers=None)
    seen: Any = asked.annotate(is_answered=Exists(Evidence.objects.filter(answers=OuterRef("pk"))))
    found = seen.filter(work__organisation__in=_named(user, words)) if words else seen
    found = found.filter(work__stage__campaign__year=year) if year is not None else found
    found = found.filter(_OF_REQUESTS.get(state, Q()))
    listed = found.select_related("work__stage__campaign", "work__organisation", "by").defer("work__content")
    ordered = listed.prefetch_related("answered_by__by").order_by("is_answered", "held_on")
    listing = Listing(request, ordered, _REQUESTS, _("补充材料要求"))
    if listing.is_asked_for_export:
        return listing.export()
    mine = set(asked_by(user).values_list("pk", flat=True)) if has_right(user, Right.VERIFY) else set()
    context = {
        "listing": listing, "may_answer": has_right(user, Right.OBJECT), "mine": mine, "words": words, "year": year,
        "state": state, "allowed": ",".join(ALLOWED),
    }  # fmt: skip
    return render(request, "verifications/requests.html", context)


_OF_REQUESTS: Final = {
    "open": Q(is_answered=False),
    "answered": Q(is_answered=True, settled_at=None),
    "settled": Q(settled_at__isnull=False),
}


def _objection_state(one: Objection) -> str:
    return _("待答复") if one.is_accepted is None else _("采纳") if one.is_accepted else _("不采纳")


_OBJECTIONS: Final = (
    Column[Objection]("year", gettext_lazy("年度"), lambda one: str(one.work.stage.campaign.year),
                      ("work__stage__campaign__year",)),
    Column[Objection]("organisation", gettext_lazy("单位"), lambda one: str(one.work.organisation),
                      ("work__organisation__sort_key",)),
    Column[Objection]("indicator", gettext_lazy("指标"), lambda one: one.indicator, ("indicator",)),
    Column[Objection]("text", gettext_lazy("异议"), lambda one: one.text),
    Column[Objection]("by", gettext_lazy("提出人"), lambda one: str(one.by), ("by__sort_key",)),
    Column[Objection]("at", gettext_lazy("提出时间"), lambda one: _moment(one.at), ("at",)),
    Column[Objection]("state", gettext_lazy("处理"), _objection_state, ("is_accepted",)),
    Column[Objection]("reply", gettext_lazy("答复"), lambda one: one.reply),
)  # fmt: skip


@may(Right.SEE_OWN_PAGES)
@require_GET
def objections(request: HttpRequest) -> HttpResponse:
    """All objections within sight, the latest first."""
    user = cast(User, request.user)
    words, year, state = _asked(request)
    found = Objection.objects.visible_to(user)
    found = found.filter(work__organisation__in=_named(user, words)) if words else found
    found = found.filter(work__stage__campaign__year=year) if year is not None else found
    found = found.filter(**_OF_OBJECTIONS.get(state, {}))
    listed = found.select_related("work__stage__campaign", "work__organisation", "by").defer("work__content")
    listing = Listing(request, listed.order_by("-at"), _OBJECTIONS, _("异议"))
    if listing.is_asked_for_export:
        return listing.export()
    context = {"listing": listing, "words": words, "year": year, "state": state}
    return render(request, "verifications/objections.html", context)


_OF_OBJECTIONS: Final[dict[str, dict[str, Any]]] = {
    "open": {"is_accepted": None},
    "accepted": {"is_accepted": True},
    "refused": {"is_accepted": False},
}
