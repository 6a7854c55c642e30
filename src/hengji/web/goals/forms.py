"""What is asked around a goal table: a file to take over, a remark, a project."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from hengji.web.models.project import Project

__all__ = ["ImportForm", "ProjectForm", "RemarkForm"]

_ACCEPTED: Final = ".docx,.xlsx,.pdf,.yaml"


class ImportForm(forms.Form):
    """The paper to read."""

    file = forms.FileField(label="目标表文件", widget=forms.ClearableFileInput(attrs={"accept": _ACCEPTED}))


class RemarkForm(forms.Form):
    """A remark and the row it is on."""

    place = forms.CharField(max_length=400, widget=forms.HiddenInput)
    text = forms.CharField(label="意见", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class ProjectForm(forms.ModelForm[Project]):
    """A new project of one department and year."""

    class Meta:
        model = Project
        fields = ["name", "code", "initial_budget"]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        same = Project.objects.filter(organisation=self.instance.organisation, year=self.instance.year, name=name)
        if same.exists():
            raise forms.ValidationError(f"{self.instance.year}年度已有项目“{name}”。请改名，或在列表里打开它。")
        return name

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        budget = cleaned.get("initial_budget")
        if budget is not None and budget < 0:
            self.add_error("initial_budget", "预算数不能是负数。")
        return cleaned
