"""Pages of jurisdictions: the list, making one, changing one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.requests import actor_of
from hengji.web.models.history import HistoryEntry
from hengji.web.models.organisation import OrganisationKind
from hengji.web.models.region import Jurisdiction
from hengji.web.models.tree import Branching
from hengji.web.models.user import User
from hengji.web.organisations.regions import change_region, create_region
from hengji.web.rights import Right, has_right, may
from hengji.web.works.transitions import RefusedError

__all__ = ["create", "edit", "index"]

_OF_A_REGION: Final = (
    gettext_noop("建立辖区"),
    gettext_noop("更名"),
    gettext_noop("调整上级"),
    gettext_noop("修改辖区"),
)


class RegionForm(forms.ModelForm[Jurisdiction]):
    """Name, code, and what it belongs to. One's own jurisdiction stays where it is: what is above is not one's own."""

    code = forms.RegexField(
        label=gettext_lazy("区划代码"), regex=r"^\d{6}(\d{6})?$", max_length=12,
        error_messages={"invalid": gettext_lazy("区划代码是6位或12位数字，例如 990100。")},
    )  # fmt: skip

    class Meta:
        model = Jurisdiction
        fields = ["name", "code", "parent"]
        labels = {"parent": gettext_lazy("上级辖区")}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        home = user.organisation.jurisdiction if user.organisation is not None else None
        if home is None or self.instance.pk == home.pk:
            del self.fields["parent"]
        else:
            above = cast("forms.ModelChoiceField[Jurisdiction]", self.fields["parent"])
            within = Jurisdiction.objects.under(home)
            above.queryset = within.exclude(path__startswith=self.instance.path) if self.instance.pk else within
            above.empty_label, above.required, above.initial = None, True, home.pk
        for field in self.fields.values():
            field.show_hidden_initial = self.instance.pk is not None

    def clean_code(self) -> str:
        """Codes are the whole country's; whose it is may not be this bureau's to know."""
        code: str = self.cleaned_data["code"]
        if Jurisdiction.objects.filter(code=code).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("这个区划代码已经有辖区用了，请核对。"))
        return code

    def seen(self) -> dict[str, Any]:
        """What stood in each field when its writer opened the page."""
        found: dict[str, Any] = {}
        for name, field in self.fields.items():
            said = field.hidden_widget().value_from_datadict(self.data, self.files, self.add_initial_prefix(name))
            try:
                found[name] = field.clean(said)
            except forms.ValidationError:
                found[name] = None
        return found


def _within(user: User) -> Branching[Jurisdiction]:
    home = user.organisation
    return Jurisdiction.objects.under(home.jurisdiction) if home is not None else Jurisdiction.objects.none()


def _counted(name: str) -> Callable[[Jurisdiction], str]:
    return lambda one: str(getattr(one, name, ""))


_COLUMNS: Final = (
    Column[Jurisdiction]("name", gettext_lazy("名称"), str, ("sort_key",)),
    Column[Jurisdiction]("code", gettext_lazy("区划代码"), lambda one: one.code, ("code",)),
    Column[Jurisdiction]("parent", gettext_lazy("上级辖区"), lambda one: str(one.parent or ""), ("parent__sort_key",)),
    Column[Jurisdiction]("bureaus", gettext_lazy("财政部门"), _counted("bureaus"), ("bureaus",), number=True),
    Column[Jurisdiction]("units", gettext_lazy("单位"), _counted("units"), ("units",), number=True),
)  # fmt: skip


@may(Right.SEE_EVERYBODY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The jurisdictions within sight, as the tree has them."""
    user, words = cast(User, request.user), request.GET.get("words", "").strip()
    found = _within(user).named(words).select_related("parent")
    standing = Q(organisations__merged_into=None)
    counted = found.annotate(
        units=Count("organisations", filter=standing, distinct=True),
        bureaus=Count(
            "organisations", filter=standing & Q(organisations__kind=OrganisationKind.FINANCE_BUREAU), distinct=True
        ),
    )
    listing = Listing(request, counted.order_by("path"), _COLUMNS, _("辖区"))
    if listing.is_asked_for_export:
        return listing.export()
    context = {"listing": listing, "words": words, "manages": has_right(user, Right.MANAGE_ORGANISATIONS)}
    return render(request, "organisations/regions.html", context)


@may(Right.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new jurisdiction below one's own."""
    form = RegionForm(request.POST or None, user=cast(User, request.user))
    if request.method == "POST" and form.is_valid():
        made = create_region(form.save(commit=False), actor_of(request))
        messages.success(
            request,
            _("已建立{region}。接下来请在“单位”里为它新建财政部门，再邀请那里的财政管理员。").format(region=made),
        )
        return redirect("regions")
    return render(request, "organisations/region.html", {"form": form})


@may(Right.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name, code or place; what it was before stands below."""
    user = cast(User, request.user)
    region = get_object_or_404(_within(user), pk=pk)
    form = RegionForm(request.POST or None, instance=region, user=user)
    if request.method == "POST" and form.is_valid():
        wanted = {name: form.cleaned_data[name] for name in form.changed_data}
        try:
            held = change_region(pk, form.seen(), wanted, actor_of(request))
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已保存{region}。").format(region=held) if wanted else _("没有改动。"))
            return redirect("regions")
    history = HistoryEntry.objects.visible_to(user).of("jurisdiction", pk).filter(action__in=_OF_A_REGION)
    context = {"form": form, "region": get_object_or_404(_within(user), pk=pk), "history": history[:50]}
    return render(request, "organisations/region.html", context)
