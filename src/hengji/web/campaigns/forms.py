"""What a bureau fills in about a round."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.web.models.campaign import Campaign, SchemeChoice, Stage
from hengji.web.models.organisation import Organisation
from hengji.workflows.project_tables import is_for_projects
from hengji.workflows.schemes import list_schemes

__all__ = ["CampaignForm", "ExtensionForm", "ReminderForm", "SchemeFormSet", "stage_formset"]

_DAY: Final = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CampaignForm(forms.ModelForm[Campaign]):
    """The round itself. Lights: yellow must stand above red. Carries the revision that its writer saw."""

    departments = forms.ModelMultipleChoiceField(
        label=gettext_lazy("参加的部门"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Campaign
        fields = ["title", "notice_number", "yellow", "red", "mending_days", "closes_late", "project_scheme"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._held = self.instance.revision
        self.initial["seen"] = self._held
        if self.instance.state == Campaign.State.DRAFT:
            self.fields["project_scheme"] = forms.ChoiceField(
                label=self.fields["project_scheme"].label,
                choices=_with_held(_project_schemes(), self.instance.project_scheme),
            )
        else:
            del self.fields["project_scheme"]
        place = self.instance.jurisdiction
        choices = cast("forms.ModelMultipleChoiceField[Organisation]", self.fields["departments"])
        choices.queryset = Organisation.objects.departments().filter(jurisdiction=place)
        choices.initial = list(self.instance.participations.values_list("organisation", flat=True))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        yellow, red = cleaned.get("yellow"), cleaned.get("red")
        if yellow is not None and red is not None and not 0 < red < yellow <= 100:
            self.add_error("red", _("应有 0 < 红灯线 < 黄灯线 ≤ 100。例如红灯线 60、黄灯线 80。"))
        if cleaned.get("seen") != self._held:
            self.add_error(
                None, _("在您打开这一页之后，有人改过这一年度的安排，没有保存。请在另一窗口看过，再按“保存”。")
            )
            data = cast(QueryDict, self.data).copy()
            data["seen"] = str(self._held)
            self.data = data
        return cleaned


class StageForm(forms.ModelForm[Stage]):
    """One stage's days. What kind it is can be chosen as long as it is new."""

    class Meta:
        model = Stage
        fields = ["kind", "name", "opens", "deadline", "as_of"]
        widgets = {"opens": _DAY, "deadline": _DAY, "as_of": _DAY}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            del self.fields["kind"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        opens, deadline = cleaned.get("opens"), cleaned.get("deadline")
        if opens and deadline and deadline < opens:
            self.add_error("deadline", _("截止日不能早于开始日 {opens:%Y-%m-%d}。").format(opens=opens))
        return cleaned


@cache
def _project_schemes() -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in _schemes() if is_for_projects(pair[0]))


def _with_held(known: Sequence[tuple[str, str]], held: str) -> list[tuple[str, str]]:
    """The choices, with one that is chosen already though there is no such scheme any more."""
    lost = [] if not held or held in dict(known) else [(held, _("{scheme}（程序里已没有）").format(scheme=held))]
    return [*known, *lost]


@cache
def _schemes() -> tuple[tuple[str, str], ...]:
    return tuple((one.id, f"{one.title}（{one.valid}）") for one in list_schemes())


class SchemeForm(forms.ModelForm[SchemeChoice]):
    """By which scheme departments of one nature are evaluated."""

    scheme = forms.ChoiceField(label=gettext_lazy("评价方案"), choices=[])

    class Meta:
        model = SchemeChoice
        fields = ["nature", "scheme"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = self.instance.scheme
        choices = _with_held([("", _("请选择")), *_schemes()], held)
        cast(forms.ChoiceField, self.fields["scheme"]).choices = choices
        self.fields["nature"].required = False


SchemeFormSet = forms.inlineformset_factory(Campaign, SchemeChoice, form=SchemeForm, extra=1, can_delete=True)


def stage_formset(campaign: Campaign) -> type[forms.BaseInlineFormSet[Stage, Campaign, StageForm]]:
    """The stages; in a draft one more can be added and others taken off."""
    draft = campaign.state == Campaign.State.DRAFT
    return forms.inlineformset_factory(Campaign, Stage, form=StageForm, extra=1 if draft else 0, can_delete=draft)


class ExtensionForm(forms.Form):
    """A later day, and why."""

    until = forms.DateField(label=gettext_lazy("延期到"), widget=_DAY)
    reason = forms.CharField(
        label=gettext_lazy("原因"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "id": "id_extension_reason"}),
    )


class ReminderForm(forms.Form):
    """Whom to remind, and in what words."""

    whom = forms.ChoiceField(
        label=gettext_lazy("催办哪些"),
        choices=[
            ("chosen", gettext_lazy("勾选的")),
            ("late", gettext_lazy("这个阶段逾期的")),
            ("near", gettext_lazy("这个阶段逾期的和几天内到期的")),
        ],
    )
    stage = forms.ModelChoiceField(
        label=gettext_lazy("阶段"), queryset=Stage.objects.none(), required=False, empty_label=None
    )
    days = forms.IntegerField(label=gettext_lazy("几天内到期"), min_value=0, max_value=60, required=False, initial=3)
    words = forms.CharField(
        label=gettext_lazy("催办的话"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        initial=gettext_lazy("请在期限前办结；不能按时办结的，请申请延期并写明原因。"),
    )  # fmt: skip
    again = forms.BooleanField(label=gettext_lazy("今天催过的也再催"), required=False)

    def __init__(self, campaign: Campaign, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Stage]", self.fields["stage"]).queryset = campaign.stages.all()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        whom = cleaned.get("whom")
        if whom in {"late", "near"} and cleaned.get("stage") is None:
            self.add_error("stage", _("请选阶段。"))
        if whom == "near" and cleaned.get("days") is None and "days" not in self.errors:
            self.add_error("days", _("请写几天内到期，例如 3。"))
        return cleaned
