"""What a bureau fills in about a round."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from hengji.web.models.campaign import Campaign, Stage
from hengji.web.models.organisation import Organisation

__all__ = ["CampaignForm", "ExtensionForm", "StageFormSet"]

_DAY = forms.DateInput(attrs={"type": "date"})


class CampaignForm(forms.ModelForm[Campaign]):
    """The round itself. Lights: yellow must stand above red."""

    departments = forms.ModelMultipleChoiceField(
        label="参加的部门", queryset=Organisation.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = Campaign
        fields = ["title", "notice_number", "yellow", "red"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place = self.instance.jurisdiction
        choices = cast("forms.ModelMultipleChoiceField[Organisation]", self.fields["departments"])
        choices.queryset = Organisation.objects.departments().filter(jurisdiction=place)
        choices.initial = list(self.instance.participations.values_list("organisation", flat=True))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        yellow, red = cleaned.get("yellow"), cleaned.get("red")
        if yellow is not None and red is not None and not 0 < red < yellow <= 100:
            self.add_error("red", "应有 0 < 红灯线 < 黄灯线 ≤ 100。例如红灯线 60、黄灯线 80。")
        return cleaned


class StageForm(forms.ModelForm[Stage]):
    """One stage's days."""

    class Meta:
        model = Stage
        fields = ["name", "opens", "deadline", "as_of"]
        widgets = {"opens": _DAY, "deadline": _DAY, "as_of": _DAY}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        opens, deadline = cleaned.get("opens"), cleaned.get("deadline")
        if opens and deadline and deadline < opens:
            self.add_error("deadline", f"截止日不能早于开始日 {opens:%Y-%m-%d}。")
        return cleaned


StageFormSet = forms.inlineformset_factory(Campaign, Stage, form=StageForm, extra=0, can_delete=False)


class ExtensionForm(forms.Form):
    """A later day, and why."""

    until = forms.DateField(label="延期到", widget=_DAY)
    reason = forms.CharField(label="原因", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
