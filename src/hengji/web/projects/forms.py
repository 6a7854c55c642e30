"""What is asked of a new project."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from hengji.web.models.project import Project

__all__ = ["ProjectForm"]


class ProjectForm(forms.ModelForm[Project]):
    """A new project of one department and year."""

    class Meta:
        model = Project
        fields = ["name", "code", "initial_budget"]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        same = Project.objects.filter(organisation=self.instance.organisation, year=self.instance.year, name=name)
        if same.exists():
            raise forms.ValidationError(
                _("{year}年度已有项目“{name}”。请改名，或在列表里打开它。").format(year=self.instance.year, name=name)
            )
        return name

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        budget = cleaned.get("initial_budget")
        if budget is not None and budget < 0:
            self.add_error("initial_budget", _("预算数不能是负数。"))
        return cleaned
