"""What a bureau fills in about organisations."""

from __future__ import annotations

from typing import Any, Final, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.web.models.organisation import Organisation, OrganisationKind
from hengji.web.models.region import Jurisdiction
from hengji.web.models.user import User

__all__ = ["ImportForm", "MergeForm", "NewOrganisationForm", "OrganisationForm", "RenameForm"]

_DAY: Final = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_TAKEN: Final = gettext_lazy("代码“{code}”在{place}已经是“{name}”的。同一辖区内代码不能重复，请换一个。")


def _jurisdictions(user: User) -> Any:
    home = user.organisation
    return Jurisdiction.objects.under(home.jurisdiction) if home is not None else Jurisdiction.objects.none()


class _CodeForm(forms.ModelForm[Organisation]):
    """Codes are unique in a jurisdiction; a unit, and nothing else, has a department above it."""

    establishment = forms.IntegerField(
        label=gettext_lazy("编制数（人）"), min_value=0, max_value=1_000_000, required=False
    )
    headcount = forms.IntegerField(
        label=gettext_lazy("实有人数（人）"), min_value=0, max_value=1_000_000, required=False
    )

    def check_code(self, code: str, jurisdiction: Jurisdiction) -> None:
        same = Organisation.objects.filter(jurisdiction=jurisdiction, code=code).exclude(pk=self.instance.pk).first()
        if same is not None:
            self.add_error("code", _TAKEN.format(code=code, place=jurisdiction, name=same))

    def check_parent(self, kind: str, parent: Organisation | None, jurisdiction: Jurisdiction) -> None:
        if kind == OrganisationKind.UNIT and parent is None:
            self.add_error("parent", _("所属单位要选主管部门。"))
        if kind != OrganisationKind.UNIT and parent is not None:
            self.add_error("parent", _("只有所属单位有主管部门。请清空这一项，或改类别。"))
        if parent is not None and parent.jurisdiction_id != jurisdiction.pk:
            self.add_error(
                "parent",
                _("{parent}不在{jurisdiction}。请选同一辖区的主管部门。").format(
                    parent=parent, jurisdiction=jurisdiction
                ),
            )


class NewOrganisationForm(_CodeForm):
    """An organisation that was not there before."""

    class Meta:
        model = Organisation
        fields = ["name", "code", "jurisdiction", "kind", "parent", "nature", "establishment", "headcount"]
        labels = {"jurisdiction": gettext_lazy("辖区"), "parent": gettext_lazy("主管部门（所属单位才选）")}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = cast("forms.ModelChoiceField[Jurisdiction]", self.fields["jurisdiction"])
        places.queryset, places.empty_label = _jurisdictions(user), None
        if user.organisation is not None:
            places.initial = user.organisation.jurisdiction_id
        above = cast("forms.ModelChoiceField[Organisation]", self.fields["parent"])
        above.queryset = Organisation.objects.visible_to(user).departments()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        place = cleaned.get("jurisdiction")
        if place is not None:
            self.check_code(cleaned.get("code", ""), place)
            self.check_parent(cleaned.get("kind", ""), cleaned.get("parent"), place)
        return cleaned

    def validate_unique(self) -> None:
        """`check_code` says it in words that help."""


class OrganisationForm(_CodeForm):
    """What changes from year to year. Each field carries what its writer saw, so that two people never overwrite."""

    class Meta:
        model = Organisation
        fields = ["code", "nature", "establishment", "headcount", "parent"]
        labels = {"parent": gettext_lazy("主管部门")}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.kind == OrganisationKind.UNIT:
            above = cast("forms.ModelChoiceField[Organisation]", self.fields["parent"])
            above.queryset = (
                Organisation.objects.visible_to(user).departments().filter(jurisdiction=self.instance.jurisdiction)
            )
        else:
            del self.fields["parent"]
        for field in self.fields.values():
            field.show_hidden_initial = True

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self.check_code(cleaned.get("code", ""), self.instance.jurisdiction)
        if "parent" in self.fields and "parent" not in self.errors:
            self.check_parent(self.instance.kind, cleaned.get("parent"), self.instance.jurisdiction)
        return cleaned

    def validate_unique(self) -> None:
        """`check_code` says it in words that help."""

    def seen(self) -> dict[str, Any]:
        """What stood in each field when its writer opened the page; what cannot be read counts as empty."""
        found = {}
        for name, field in self.fields.items():
            hidden = field.hidden_widget()
            said = hidden.value_from_datadict(self.data, self.files, self.add_initial_prefix(name))
            try:
                found[name] = field.clean(said)
            except forms.ValidationError:
                found[name] = None
        return found


class RenameForm(forms.Form):
    """The new name, and until when the old one was used."""

    name = forms.CharField(label=gettext_lazy("新名称"), max_length=200)
    until = forms.DateField(label=gettext_lazy("旧名称用到"), widget=_DAY, initial=timezone.localdate)
    note = forms.CharField(label=gettext_lazy("依据（可不填）"), max_length=200, required=False)


class MergeForm(forms.Form):
    """Into which organisation, and why."""

    into = forms.ModelChoiceField(
        label=gettext_lazy("并入"), queryset=Organisation.objects.none(), empty_label=gettext_lazy("请选择")
    )
    reason = forms.CharField(label=gettext_lazy("依据"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        into = cast("forms.ModelChoiceField[Organisation]", self.fields["into"])
        into.queryset = Organisation.objects.filter(
            jurisdiction=organisation.jurisdiction, kind=organisation.kind, merged_into=None
        ).exclude(pk=organisation.pk)


class ImportForm(forms.Form):
    """A filled template, and the jurisdiction whose organisations it lists."""

    jurisdiction = forms.ModelChoiceField(
        label=gettext_lazy("辖区"), queryset=Jurisdiction.objects.none(), empty_label=None
    )
    file = forms.FileField(
        label=gettext_lazy("单位表（xlsx）"), widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls"})
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = cast("forms.ModelChoiceField[Jurisdiction]", self.fields["jurisdiction"])
        places.queryset = _jurisdictions(user)
        if user.organisation is not None:
            places.initial = user.organisation.jurisdiction_id
