"""Pages and answers that every stage shares: what waits for me, saving cells, moving on."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, Final, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.requests import actor_of
from hengji.web.frame.years import year_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.tree import is_called
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, has_right, may
from hengji.web.works.changes import ClosedError, Conflict, Edit, NotOpenError, apply_edits
from hengji.web.works.closing import closed_words, is_closed
from hengji.web.works.content import shown_path
from hengji.web.works.page import is_editable
from hengji.web.works.transitions import RefusedError, move
from hengji.web.works.waiting import Item, items_for

__all__ = ["edit", "move_on", "my_work", "save_cells", "show"]

PAGES: Final = {
    StageKind.GOALS: "goals_work",
    StageKind.MONITORING: "monitoring_work",
    StageKind.SELF_EVALUATION: "evaluation_work",
    StageKind.VERIFICATION: "verification_work",
}
_MOST_EDITS: Final = 5000
_LONGEST_PLACE: Final = 400
"""Characters that the history keeps of a place."""


@may(Right.SEE_OWN_PAGES)
@require_GET
def my_work(request: HttpRequest) -> HttpResponse:
    """我的工作: what waits for me, by when, since when."""
    user, today = cast(User, request.user), timezone.localdate()
    items, year = items_for(user), year_of(request)
    words, due = (request.GET.get(key, "").strip() for key in ("words", "due"))
    of_year = [item for item in items if year in {None, item.work.stage.campaign.year}]
    found = [item for item in of_year if _is_asked_for(item, words, due, today)]
    listing = Listing(request, found, _COLUMNS, _("我的工作"))
    if listing.is_asked_for_export:
        return listing.export()
    context = {
        "listing": listing, "any_items": bool(items), "today": today, "words": words, "due": due, "year": year,
        "years": sorted({item.work.stage.campaign.year for item in items}, reverse=True),
        "in_other_years": len(items) - len(of_year),
        "sees_everybody": has_right(user, Right.SEE_EVERYBODY),
    }  # fmt: skip
    return render(request, "works/my_work.html", context)


def _is_asked_for(item: Item, words: str, due: str, today: date) -> bool:
    home = item.work.organisation
    if words and words not in item.what and not is_called(words, home.name, home.sort_key):
        return False
    if due not in {"late", "near"}:
        return True
    left = (item.due - today).days if item.due is not None else None
    return left is not None and (left < 0 if due == "late" else left <= _NEAR)


_NEAR: Final = 7
"""Days within which a deadline counts as near here."""
_COLUMNS: Final = (
    Column[Item]("organisation", gettext_lazy("单位"), lambda item: str(item.work.organisation),
                 order=lambda item: item.work.organisation.sort_key),
    Column[Item]("what", gettext_lazy("事项"), lambda item: f"{item.work.stage.campaign.year} {item.what}",
                 order=lambda item: (item.work.stage.campaign.year, item.what)),
    Column[Item]("state", gettext_lazy("状态"), lambda item: item.state, order=lambda item: item.state),
    Column[Item]("due", gettext_lazy("期限"), lambda item: f"{item.due:%Y-%m-%d}" if item.due else "",
                 order=lambda item: item.due or date.max),
    Column[Item]("since", gettext_lazy("进入当前状态"), lambda item: f"{timezone.localtime(item.since):%Y-%m-%d %H:%M}",
                 order=lambda item: item.since),
)  # fmt: skip


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Leads to the page of the work's stage."""
    work = get_object_or_404(Work.objects.visible_to(cast(User, request.user)).with_context(), pk=pk)
    return redirect(PAGES[StageKind(work.stage.kind)], pk=work.pk)


@may(Right.FILL, Right.VERIFY)
@require_POST
def edit(request: HttpRequest, pk: int) -> JsonResponse:
    """Saves cells. Asks for ``{"edits": [{"path": […], "before": …, "after": …}, …]}``.

    Answers with the new revision and the conflicts; 409 where the work is not open any more.
    """
    works = Work.objects.visible_to(cast(User, request.user)).with_context().exclude(stage__kind=StageKind.VERIFICATION)
    return save_cells(request, get_object_or_404(works, pk=pk))


def save_cells(
    request: HttpRequest, work: Work, refuses: Callable[[tuple[Edit, ...]], bool] = lambda _: False
) -> JsonResponse:
    """Saves what the page sent into *work*, where this person can type; *refuses* says of edits that they cannot be."""
    try:
        if is_closed(work):
            raise ClosedError(closed_words(work))
        if not is_editable(work, cast(User, request.user)):
            raise NotOpenError
        edits = _edits(json.loads(request.body))
        if refuses(edits):
            raise NotOpenError
        changed = apply_edits(work, edits, actor_of(request))
    except ClosedError as closed:
        refused = {"message": str(closed), "closed": True, "ask": f"{reverse('work', args=[work.pk])}#ask-for-time"}
        return JsonResponse(refused, status=409)
    except NotOpenError:
        return JsonResponse({"message": _("这份材料已经提交或锁定，没有保存。请刷新页面。")}, status=409)
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"message": _("页面送来的内容不完整，没有保存。请刷新页面后重试。")}, status=400)
    conflicts = [_shown(conflict) for conflict in changed.conflicts]
    said = {"revision": changed.work.revision, "conflicts": conflicts}
    late = work.days_late(timezone.localdate())
    if late:
        said["late"] = _("已保存（已逾期 {days} 天，仍可填报；需要时请申请延期）").format(days=late)
    return JsonResponse(said)


@may(Right.SEE_OWN_PAGES)
@require_POST
def move_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Moves the work to its next state; `transitions.move` decides whether this person may."""
    work = get_object_or_404(Work.objects.visible_to(cast(User, request.user)), pk=pk)
    revision = request.POST.get("revision", "")
    try:
        moved = move(
            work,
            request.POST.get("step", ""),
            actor_of(request),
            request.POST.get("reason", ""),
            int(revision) if revision.isdecimal() else None,
        )
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("work", pk=pk)
    messages.success(request, f"{moved}：{moved.get_state_display()}")
    return redirect(reverse("work", args=[pk]))


def _edits(body: Any) -> tuple[Edit, ...]:
    rows = body["edits"]
    if not isinstance(rows, list) or len(rows) > _MOST_EDITS:
        raise ValueError("edits")
    return tuple(
        Edit(_path(row["path"]), row.get("before"), _texts(row.get("after")), _beside(row.get("beside", [])))
        for row in rows
    )


def _beside(pairs: Any) -> tuple[tuple[tuple[str | int, ...], Any], ...]:
    if not isinstance(pairs, list) or len(pairs) > 12:
        raise ValueError("beside")
    return tuple((_path(place), value) for place, value in pairs)


def _texts(value: Any) -> Any:
    """*value*, which must hold texts and truths only: a number in it would be a float, and PostgreSQL keeps no NUL."""
    if isinstance(value, dict):
        return {_texts(str(key)): _texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_texts(inner) for inner in value]
    if value is None or isinstance(value, bool) or (isinstance(value, str) and "\0" not in value):
        return value
    raise ValueError("figures must be text")


def _path(keys: Any) -> tuple[str | int, ...]:
    if not isinstance(keys, list) or not 0 < len(keys) <= 12:
        raise ValueError("path")
    if not all(type(key) in {str, int} for key in keys):
        raise ValueError("path")
    place = shown_path(tuple(keys))
    if len(place) > _LONGEST_PLACE or "\0" in place:
        raise ValueError("path")
    return tuple(keys)


def _shown(conflict: Conflict) -> dict[str, Any]:
    return {
        "path": list(conflict.path),
        "place": shown_path(conflict.path),
        "seen": conflict.seen,
        "now": conflict.now,
        "wanted": conflict.wanted,
        "elsewhere": conflict.is_elsewhere,
    }
