"""What is filled in around a verification: who does it, what was gathered, what is answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.web.models.organisation import OrganisationKind
from hengji.web.models.user import Role, User

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

__all__ = ["AnswerForm", "AssignmentForm", "InterviewForm", "ReplyForm", "RequestForm"]

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _long(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PeopleOfAgencies(forms.ModelChoiceField):  # type: ignore[type-arg]  # its base takes no type in Django itself
    """One person; the list is by agency."""

    def __init__(self, role: Role, label: StrPromise) -> None:
        super().__init__(
            User.objects.none(),
            label=label,
            error_messages={"required": format_lazy(gettext_lazy("请选{label}。"), label=label)},
        )
        self._role = role

    def of(self, user: User) -> None:
        """Offers the active people of the agencies in *user*'s sight."""
        people = User.objects.visible_to(user).filter(
            role=self._role, is_active=True, organisation__kind=OrganisationKind.AGENCY
        )
        self.queryset = people.select_related("organisation").order_by("organisation__sort_key", "sort_key")
        self.choices = [("", _("请选择")), *_by_agency(self.queryset)]


def _by_agency(people: Iterable[User]) -> list[tuple[str, list[tuple[int, str]]]]:
    groups: dict[str, list[tuple[int, str]]] = {}
    for one in people:
        groups.setdefault(str(one.organisation), []).append((one.pk, one.name))
    return list(groups.items())


class AssignmentForm(forms.Form):
    """Verifier and lead, of one agency; a reason where somebody else had it before."""

    verifier = PeopleOfAgencies(Role.VERIFIER, gettext_lazy("核查人"))
    lead = PeopleOfAgencies(Role.LEAD_VERIFIER, gettext_lazy("复核人"))
    reason = forms.CharField(label=gettext_lazy("说明（改派时必填）"), max_length=500, required=False, widget=_long(2))

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("verifier", "lead"):
            cast(PeopleOfAgencies, self.fields[name]).of(user)


class InterviewForm(forms.Form):
    """Who was asked, when, what was said."""

    whom = forms.CharField(label=gettext_lazy("访谈对象（姓名、职务）"), max_length=80)
    day = forms.DateField(label=gettext_lazy("访谈日期"), widget=_DAY)
    said = forms.CharField(label=gettext_lazy("谈了什么"), max_length=5000, widget=_long(4))


class RequestForm(forms.Form):
    """What the department shall hand in, and by when."""

    what = forms.CharField(label=gettext_lazy("要什么材料"), max_length=150)
    until = forms.DateField(label=gettext_lazy("期限"), widget=_DAY)
    words = forms.CharField(
        label=gettext_lazy("说明（哪个指标、为什么要）"), max_length=2000, required=False, widget=_long()
    )


class AnswerForm(forms.Form):
    """The department's words to a request; its files come beside."""

    words = forms.CharField(
        label=gettext_lazy("说明（没有材料的，写明原因）"), max_length=2000, required=False, widget=_long(2)
    )


class ReplyForm(forms.Form):
    """Yes or no to an objection, with words."""

    accepted = forms.ChoiceField(choices=[("yes", gettext_lazy("采纳")), ("no", gettext_lazy("不采纳"))])
    words = forms.CharField(max_length=2000)
