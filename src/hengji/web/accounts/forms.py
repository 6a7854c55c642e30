"""What is asked of people about accounts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final, cast

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from hengji.web.accounts.first_run import setup_code
from hengji.web.accounts.people import fits
from hengji.web.models.organisation import Organisation
from hengji.web.models.region import Jurisdiction
from hengji.web.models.user import Role, Token, User

__all__ = [
    "AccountForm",
    "FirstRunForm",
    "InvitationForm",
    "NameForm",
    "PlaceForm",
    "ReasonForm",
    "RoleForm",
    "TokenForm",
]


class AccountForm(UserCreationForm[User]):
    """An account that its owner makes: name, username, password twice."""

    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("name", "username")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label, self.fields["password1"].label = _("用户名"), _("密码")
        self.fields["username"].help_text = _("登录时输入。可用汉字、字母、数字和 @ . + - _，不分大小写。")
        self.fields["password1"].help_text = _("至少10个字符，不能全是数字，不能太常见，不能与姓名、用户名相近。")
        self.fields["password2"].label, self.fields["password2"].help_text = _("再输入一次密码"), ""
        for name in ("username", "password1", "password2"):
            self.fields[name].widget.attrs.pop("autofocus", None)


class FirstRunForm(AccountForm):
    """The first administrator, their jurisdiction and bureau."""

    code = forms.CharField(
        label=_("安装码"), max_length=40, help_text=_("启动程序的窗口里有；数据文件夹的 first-run-code 文件里也有。")
    )
    place_name = forms.CharField(label=_("行政区划名称"), max_length=200, help_text=_("例如：示例市"))
    place_code = forms.RegexField(
        label=_("区划代码"), regex=r"^\d{6}(\d{6})?$", max_length=12, help_text=_("6位或12位数字，例如 990100"),
        error_messages={"invalid": _("区划代码是6位或12位数字，例如 990100。")},
    )  # fmt: skip
    bureau_name = forms.CharField(label=_("财政部门名称"), max_length=200, help_text=_("例如：示例市财政局"))
    bureau_code = forms.CharField(label=_("财政部门的单位代码"), max_length=20, help_text=_("预算单位代码，例如 201"))
    field_order = ["code", "place_name", "place_code", "bureau_name", "bureau_code"]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].strip().lower()
        if not constant_time_compare(code, setup_code()):
            raise forms.ValidationError(_("安装码不对。请照启动程序的窗口里显示的输入，形如 1a2b-3c4d-5e6f。"))
        return code

    def parts(self) -> tuple[User, Jurisdiction, Organisation]:
        """The three that are to be made, unsaved."""
        said = self.cleaned_data
        place = Jurisdiction(name=said["place_name"], code=said["place_code"])
        return self.save(commit=False), place, Organisation(name=said["bureau_name"], code=said["bureau_code"])


class PlaceForm(forms.Form):
    """An organisation within sight and a role that there is in it."""

    organisation = forms.ModelChoiceField(label=_("单位"), queryset=Organisation.objects.none())
    role = forms.ChoiceField(label=_("角色"), choices=[("", _("请选择")), *Role.choices])

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Organisation]", self.fields["organisation"])
        field.queryset = Organisation.objects.visible_to(user).filter(merged_into=None)
        field.empty_label = _("请选择")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        organisation, role = cleaned.get("organisation"), cleaned.get("role")
        if organisation and role and not fits(role, organisation):
            kind = organisation.get_kind_display()
            self.add_error(
                "role", _("{kind}没有“{role}”这个角色。请换一个角色或单位。").format(kind=kind, role=Role(role).label)
            )
        return cleaned


class InvitationForm(PlaceForm):
    """Whom to invite, where to, as what."""

    name = forms.CharField(label=_("姓名"), max_length=60)
    field_order = ["name", "organisation", "role"]


class RoleForm(PlaceForm):
    """Another place for somebody, and why."""

    reason = forms.CharField(label=_("原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class NameForm(forms.ModelForm[User]):
    """One's own name, and the address to which reminders go."""

    class Meta:
        model = User
        fields = ["name", "email"]
        labels = {"email": _("邮箱（催办也发到这里，可不填）")}


class TokenForm(forms.ModelForm[Token]):
    """What a token is for, what it may, how long."""

    LASTS: Final = [("30", _("30天")), ("90", _("90天")), ("365", _("一年"))]
    days = forms.ChoiceField(label=_("有效期"), choices=LASTS, initial="90")

    class Meta:
        model = Token
        fields = ["name", "writes"]
        help_texts = {"name": _("哪个程序用它，例如：预算系统取数"), "writes": _("不勾选时只能读取。")}

    def expires(self) -> Any:
        return timezone.now() + timedelta(days=int(self.cleaned_data["days"]))
