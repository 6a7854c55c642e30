"""What is filled in around a verification: who does it, what was gathered, what is answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from hengji.web.models.organisation import OrganisationKind
from hengji.web.models.user import Role, User

__all__ = ["AnswerForm", "AssignmentForm", "InterviewForm", "ReplyForm", "RequestForm"]

_DAY = forms.DateInput(attrs={"type": "date"})


def _long(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PeopleOfAgencies(forms.ModelChoiceField):  # type: ignore[type-arg]  # its base takes no type in Django itself
    """One person; the list is by agency."""

    def __init__(self, role: Role, label: str) -> None:
        super().__init__(User.objects.none(), label=label, error_messages={"required": f"请选{label}。"})
        self._role = role

    def of(self, user: User) -> None:
        """Offers the active people of the agencies in *user*'s sight."""
        people = User.objects.visible_to(user).filter(
            role=self._role, is_active=True, organisation__kind=OrganisationKind.AGENCY
        )
        self.queryset = people.select_related("organisation").order_by("organisation__sort_key", "sort_key")
        self.choices = [("", "请选择"), *_by_agency(self.queryset)]


def _by_agency(people: Iterable[User]) -> list[tuple[str, list[tuple[int, str]]]]:
    groups: dict[str, list[tuple[int, str]]] = {}
    for one in people:
        groups.setdefault(str(one.organisation), []).append((one.pk, one.name))
    return list(groups.items())


class AssignmentForm(forms.Form):
    """Verifier and lead, of one agency; a reason where somebody else had it before."""

    verifier = PeopleOfAgencies(Role.VERIFIER, "核查人")
    lead = PeopleOfAgencies(Role.LEAD_VERIFIER, "复核人")
    reason = forms.CharField(label="说明（改派时必填）", max_length=500, required=False, widget=_long(2))

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("verifier", "lead"):
            cast(PeopleOfAgencies, self.fields[name]).of(user)


class InterviewForm(forms.Form):
    """Who was asked, when, what was said."""

    whom = forms.CharField(label="访谈对象（姓名、职务）", max_length=80)
    day = forms.DateField(label="访谈日期", widget=_DAY)
    said = forms.CharField(label="谈了什么", max_length=5000, widget=_long(4))


class RequestForm(forms.Form):
    """What the department shall hand in, and by when."""

    what = forms.CharField(label="要什么材料", max_length=150)
    until = forms.DateField(label="期限", widget=_DAY)
    words = forms.CharField(label="说明（哪个指标、为什么要）", max_length=2000, required=False, widget=_long())


class AnswerForm(forms.Form):
    """The department's words to a request; its files come beside."""

    words = forms.CharField(label="说明（没有材料的，写明原因）", max_length=2000, required=False, widget=_long(2))


class ReplyForm(forms.Form):
    """Yes or no to an objection, with words."""

    accepted = forms.ChoiceField(choices=[("yes", "采纳"), ("no", "不采纳")])
    words = forms.CharField(max_length=2000)
