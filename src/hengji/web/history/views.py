"""Pages of the history: all of it within sight, one entry, one object's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, Final, cast

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from hengji.web.frame.listing import Column, Listing
from hengji.web.history.reading import KINDS, kind_name, lines_of, shown
from hengji.web.models.campaign import Campaign
from hengji.web.models.history import HistoryEntry, HistoryQuerySet
from hengji.web.models.organisation import Organisation
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, has_right, may

__all__ = ["index", "of_object", "show"]

_KEYS: Final = ("kind", "action", "organisation", "person", "since", "until")


@may(Right.SEE_HISTORY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Everything within sight, the latest first."""
    user = cast(User, request.user)
    seen = HistoryEntry.objects.visible_to(user)
    chosen = {key: request.GET.get(key, "").strip() for key in _KEYS}
    found, problems = _filtered(seen, chosen)
    context = {
        "title": _("变更记录"),
        "chosen": chosen,
        "problems": problems,
        "kinds": [(kind, kind_name(kind)) for kind in sorted(set(seen.order_by().values_list("kind", flat=True)))],
        "actions": sorted(set(seen.order_by().values_list("action", flat=True))),
        "organisations": Organisation.objects.visible_to(user),
    }
    return _list(request, found, context)


@may(Right.SEE_HISTORY)
@require_GET
def of_object(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The history of one object, which may be empty; not there where neither it nor any of its history is within
    sight."""
    user = cast(User, request.user)
    found = HistoryEntry.objects.visible_to(user).of(kind, pk)
    newest = found.first()
    name = newest.subject_name if newest is not None else _name_within_sight(user, kind, pk)
    if kind not in KINDS or name is None:
        raise Http404
    context = {"title": _("{subject_name}的记录").format(subject_name=name), "of": {"kind": kind, "subject": pk}}
    return _list(request, found, {**context, "name": name})


def _name_within_sight(user: User, kind: str, pk: int) -> str | None:
    """What an object is called of which nothing is recorded yet; its page links to its history all the same."""
    models: dict[str, type[Work | Organisation | Campaign | User]] = {
        "work": Work, "organisation": Organisation, "campaign": Campaign, "user": User,
    }  # fmt: skip
    model = models.get(kind)
    subject = model.objects.visible_to(user).filter(pk=pk).first() if model is not None else None
    return str(subject) if subject is not None else None


@may(Right.SEE_HISTORY)
@require_GET
def show(request: HttpRequest, sequence: int) -> HttpResponse:
    """One entry: who, when, from where, before and after, and what chains it."""
    user = cast(User, request.user)
    entry = get_object_or_404(HistoryEntry.objects.visible_to(user), sequence=sequence)
    context = {
        "entry": entry,
        "kind": kind_name(entry.kind),
        "has_page": entry.kind in KINDS,
        "lines": lines_of(entry),
        "organisation": Organisation.objects.visible_to(user).filter(pk=entry.organisation or 0).first(),
        "sees_address": _sees_address(user),
    }
    return render(request, "history/show.html", context)


def _list(request: HttpRequest, found: HistoryQuerySet, context: dict[str, Any]) -> HttpResponse:
    sees_address = _sees_address(cast(User, request.user))
    columns = [column for column in COLUMNS if sees_address or column.key != "address"]
    pinyin = User.objects.filter(pk=OuterRef("actor")).values("sort_key")[:1]
    found = found.annotate(actor_key=Coalesce(Subquery(pinyin), Value("")))
    listing = Listing(request, found, columns, str(context["title"]))
    if listing.is_asked_for_export:
        return listing.export()
    rows = [(entry, kind_name(entry.kind), shown(entry.before), shown(entry.after)) for entry in listing.page]
    return render(request, "history/index.html", {**context, "listing": listing, "rows": rows,
                                                  "sees_address": sees_address})  # fmt: skip


def _sees_address(user: User) -> bool:
    """From where colleagues work is the bureau's and the auditors' business."""
    return has_right(user, Right.SEE_EVERYBODY)


def _filtered(seen: HistoryQuerySet, chosen: dict[str, str]) -> tuple[HistoryQuerySet, list[str]]:
    """What is asked for, and what of the question could not be understood."""
    problems: list[str] = []
    if chosen["kind"]:
        seen = seen.filter(kind=chosen["kind"])
    if chosen["action"]:
        seen = seen.filter(action=chosen["action"])
    if chosen["organisation"].isdecimal():
        seen = seen.filter(organisation=int(chosen["organisation"][:18]))
    if chosen["person"]:
        seen = seen.filter(actor_name__icontains=chosen["person"])
    for key, name, narrowed in _DAYS:
        if not chosen[key]:
            continue
        try:
            seen = narrowed(seen, date.fromisoformat(chosen[key]))
        except (ValueError, OverflowError):
            problems.append(
                _("{name}“{chosen}”不是日期。请写成 2026-03-08 这样。").format(name=name, chosen=chosen[key])
            )
    return seen, problems


def _begins(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


_DAYS: Final[tuple[tuple[str, Promise, Callable[[HistoryQuerySet, date], HistoryQuerySet]], ...]] = (
    ("since", gettext_lazy("开始日"), lambda seen, day: seen.filter(at__gte=_begins(day))),
    ("until", gettext_lazy("截止日"), lambda seen, day: seen.filter(at__lt=_begins(day + timedelta(days=1)))),
)


COLUMNS: Final[tuple[Column[HistoryEntry], ...]] = (
    Column("sequence", gettext_lazy("序号"), lambda entry: str(entry.sequence), ("sequence",), number=True),
    Column("at", gettext_lazy("时间"), lambda entry: f"{timezone.localtime(entry.at):%Y-%m-%d %H:%M:%S}", ("at",)),
    Column("person", gettext_lazy("谁"), lambda entry: entry.actor_name, ("actor_key", "actor_name")),
    Column("address", gettext_lazy("从哪里"), lambda entry: entry.address or ""),
    Column("action", gettext_lazy("做了什么"), lambda entry: _(entry.action), ("action",)),
    Column("kind", gettext_lazy("类别"), lambda entry: kind_name(entry.kind), ("kind",)),
    Column("subject", gettext_lazy("对象"), lambda entry: entry.subject_name),
    Column("place", gettext_lazy("位置"), lambda entry: entry.place),
    Column("before", gettext_lazy("原来"), lambda entry: shown(entry.before)),
    Column("after", gettext_lazy("改为"), lambda entry: shown(entry.after)),
    Column("reason", gettext_lazy("原因"), lambda entry: entry.reason),
)
