"""What is asked around a goal table: a file to take over, a remark."""

from __future__ import annotations

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

__all__ = ["ImportForm", "RemarkForm"]

_ACCEPTED: Final = ".docx,.xlsx,.pdf,.yaml"


class ImportForm(forms.Form):
    """The paper to read."""

    file = forms.FileField(label=_("目标表文件"), widget=forms.ClearableFileInput(attrs={"accept": _ACCEPTED}))


class RemarkForm(forms.Form):
    """A remark and the row it is on."""

    place = forms.CharField(max_length=400, widget=forms.HiddenInput)
    text = forms.CharField(label=_("意见"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
