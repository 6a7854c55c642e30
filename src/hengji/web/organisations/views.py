"""Pages of organisations: the tree, one of them, making, changing, renaming, merging."""

from __future__ import annotations

from typing import Any, Final, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.models.history import HistoryEntry
from hengji.web.models.organisation import Organisation, OrganisationKind
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.organisations import keeping
from hengji.web.organisations.forms import MergeForm, NewOrganisationForm, OrganisationForm, RenameForm
from hengji.web.organisations.tree import Filters, lines_of, over_establishment
from hengji.web.rights import Right, has_right, may
from hengji.web.works.transitions import RefusedError

__all__ = ["create", "edit", "index", "merge", "rename", "show"]

_PAGE: Final = 50


def _people_of(number: int | None) -> str:
    return "" if number is None else str(number)


_UNITS: Final = (
    Column[Organisation]("name", gettext_lazy("名称"), str, ("sort_key",)),
    Column[Organisation]("code", gettext_lazy("代码"), lambda one: one.code, ("code",)),
    Column[Organisation]("nature", gettext_lazy("性质"), lambda one: one.nature, ("nature",)),
    Column[Organisation](
        "establishment", gettext_lazy("编制（人）"), lambda one: _people_of(one.establishment), ("establishment",),
        number=True,
    ),
    Column[Organisation](
        "headcount", gettext_lazy("实有（人）"), lambda one: _people_of(one.headcount), ("headcount",), number=True
    ),
)  # fmt: skip


@may(Right.SEE_EVERYBODY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The tree of everybody within sight."""
    user = cast(User, request.user)
    filters = Filters(*(request.GET.get(key, "").strip() for key in ("words", "kind", "order")))
    lines = lines_of(user, filters)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": Paginator(lines, _PAGE).get_page(request.GET.get("page")),
        "total": sum(line.organisation is not None and line.is_asked_for for line in lines),
        "over": sum(line.over > 0 and line.is_asked_for for line in lines),
        "filters": filters,
        "kinds": OrganisationKind.choices,
        "manages": has_right(user, Right.MANAGE_ORGANISATIONS),
        "query": query.urlencode(),
    }
    return render(request, "organisations/index.html", context)


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation: figures, names in time, people, units, works by year."""
    user = cast(User, request.user)
    organisation = _seen(request, pk)
    below = Organisation.objects.visible_to(user).filter(parent=organisation).select_related("merged_into")
    units = Listing(
        request, below.order_by("sort_key"), _UNITS, _("{name}所属单位").format(name=organisation), "units_"
    )
    if units.is_asked_for_export:
        return units.export()
    works = Work.objects.visible_to(user).filter(organisation=organisation, project=None).with_context()
    manages = has_right(user, Right.MANAGE_ORGANISATIONS) and organisation.merged_into_id is None
    context = {
        "organisation": organisation,
        "over": over_establishment(organisation),
        "names": organisation.names.all(),
        "people": User.objects.visible_to(user).filter(organisation=organisation).order_by("sort_key"),
        "units": units,
        "merged": Organisation.objects.visible_to(user).filter(merged_into=organisation),
        "changes": _renamed_and_merged(user, organisation),
        "works": works.order_by("-stage__campaign__year", "stage__order"),
        "manages": manages,
        "sees_everybody": has_right(user, Right.SEE_EVERYBODY),
    }
    if manages:
        context["rename_form"] = RenameForm()
        context["merge_form"] = MergeForm(organisation=organisation)
        context["merging"] = keeping.merging(organisation)
    return render(request, "organisations/show.html", context)


@may(Right.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new organisation."""
    user = cast(User, request.user)
    above = request.GET.get("parent", "")
    initial = {"parent": above, "kind": OrganisationKind.UNIT, "nature": "事业"} if above.isdecimal() else {}
    form = NewOrganisationForm(request.POST or None, user=user, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = keeping.create(form.save(commit=False), actor_of(request))
        except RefusedError as refused:
            form.add_error("code", str(refused))
        else:
            messages.success(request, _("已建立{made}。").format(made=made))
            return redirect("organisation", pk=made.pk)
    return render(request, "organisations/edit.html", {"form": form})


@may(Right.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Code, nature, figures and department; what somebody else changed meanwhile is shown, and one chooses."""
    organisation = _seen(request, pk)
    if organisation.merged_into_id is not None:
        messages.error(
            request,
            _("{organisation}已经并入{merged_into}，不能再改。").format(
                organisation=organisation, merged_into=organisation.merged_into
            ),
        )
        return redirect("organisation", pk=pk)
    user = cast(User, request.user)
    form = OrganisationForm(request.POST or None, instance=organisation, user=user)
    differences: tuple[keeping.Difference, ...] = ()
    if request.method == "POST" and form.is_valid():
        wanted = {name: form.cleaned_data[name] for name in form.changed_data}
        try:
            held, differences = keeping.change(pk, form.seen(), wanted, actor_of(request))
        except RefusedError as refused:
            messages.error(request, str(refused))
            return redirect("organisation", pk=pk)
        if not differences:
            messages.success(request, _("已保存{held}。").format(held=held) if wanted else _("没有改动。"))
            return redirect("organisation", pk=pk)
        form = OrganisationForm(_seen_anew(request.POST, form, held), instance=_seen(request, pk), user=user)
    context = {"form": form, "organisation": _seen(request, pk), "differences": differences}
    return render(request, "organisations/edit.html", context, status=409 if differences else 200)


@may(Right.MANAGE_ORGANISATIONS)
@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """A new name; the old one is kept."""
    organisation = _seen(request, pk)
    form = RenameForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("更名要写新名称，和旧名称用到哪一天（例如 2026-03-31）。"))
        return redirect("organisation", pk=pk)
    said = form.cleaned_data
    with refusals_told(request):
        held = keeping.rename(pk, said["name"], said["until"], said["note"], actor_of(request))
        messages.success(
            request,
            _("已更名为{held}。“{organisation}”用到{until}。").format(
                held=held, organisation=organisation, until=f"{said['until']:%Y-%m-%d}"
            ),
        )
    return redirect("organisation", pk=pk)


@may(Right.MANAGE_ORGANISATIONS)
@require_POST
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends an organisation; what belongs to it goes over to another."""
    organisation = _seen(request, pk)
    form = MergeForm(request.POST, organisation=organisation)
    if not form.is_valid():
        messages.error(request, _("合并要选并入哪个单位，并写明依据。"))
        return redirect("organisation", pk=pk)
    try:
        target = keeping.merge(pk, form.cleaned_data["into"], form.cleaned_data["reason"], actor_of(request))
        messages.success(
            request,
            _("{organisation}已并入{target}。编制、实有人数没有自动相加，请核对后修改。").format(
                organisation=organisation, target=target
            ),
        )
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("organisation", pk=pk)
    return redirect("organisation", pk=target.pk)


def _renamed_and_merged(user: User, organisation: Organisation) -> list[HistoryEntry]:
    """What the organisation was called and what went into it, the latest first."""
    concerned = [organisation.pk, *organisation.merged.values_list("pk", flat=True)]
    found = HistoryEntry.objects.visible_to(user).filter(kind="organisation", subject__in=concerned)
    return list(found.filter(action__in=(gettext_noop("更名"), gettext_noop("并入"))).order_by("-sequence")[:50])


def _seen(request: HttpRequest, pk: int) -> Organisation:
    seen = Organisation.objects.visible_to(cast(User, request.user))
    return get_object_or_404(seen.filter(Q(pk=pk)).select_related("jurisdiction", "parent", "merged_into"))


def _seen_anew(posted: QueryDict, form: OrganisationForm, held: Organisation) -> QueryDict:
    """The form once more: what its writer wants, upon what stands now."""
    data = posted.copy()
    for name in form.fields:
        now: Any = held.parent_id if name == "parent" else getattr(held, name)
        data[form.add_initial_prefix(name)] = "" if now is None else str(now)
        if name not in form.changed_data:
            data[form.add_prefix(name)] = "" if now is None else str(now)
    return data
