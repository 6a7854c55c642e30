"""What is wrong with a form that was sent, in words."""

from __future__ import annotations

from django.forms import BaseForm

__all__ = ["problems_of"]


def problems_of(form: BaseForm) -> list[str]:
    """A sentence for each field, with its label; what concerns the form as a whole has none."""
    said = []
    for name, errors in form.errors.items():
        label = f"{form.fields[name].label or ''}：" if name in form.fields else ""
        said.append(label + "；".join(str(error) for error in errors))
    return said
