"""People, what they are in the round, and how they come in: invitations and tokens for programs."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any, Self

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.web.models.organisation import Organisation
from hengji.web.models.tree import is_called, pinyin_key

__all__ = ["Invitation", "Role", "Token", "User", "digest_of"]


class Role(models.TextChoices):
    """One person has one role. The public needs no account."""

    BUREAU_ADMINISTRATOR = "bureau_administrator", gettext_lazy("财政管理员")
    BUREAU_REVIEWER = "bureau_reviewer", gettext_lazy("财政审核人")
    PREPARER = "preparer", gettext_lazy("填报人")
    APPROVER = "approver", gettext_lazy("审核人")
    VERIFIER = "verifier", gettext_lazy("核查人")
    LEAD_VERIFIER = "lead_verifier", gettext_lazy("复核人")
    AUDITOR = "auditor", gettext_lazy("审计人员")


class PeopleQuerySet(models.QuerySet["User"]):
    """People within somebody's sight."""

    def named(self, words: str) -> Self:
        """Those whose name or username *words* are a part of, or whose name's pinyin or its first letters."""
        letters = self.order_by().values_list("pk", "name", "username", "sort_key")
        return self.filter(
            pk__in=[
                pk
                for pk, name, username, key in letters
                if is_called(words, name, key) or words.lower() in username.lower()
            ]
        )

    def visible_to(self, user: User) -> Self:
        """Whoever belongs to an organisation that *user* sees."""
        return self.filter(organisation__in=Organisation.objects.visible_to(user))


class PeopleManager(UserManager["User"]):
    """Django's manager of accounts, with the scope of `PeopleQuerySet`."""

    def get_queryset(self) -> PeopleQuerySet:
        return PeopleQuerySet(self.model, using=self._db)

    def visible_to(self, user: User) -> PeopleQuerySet:
        return self.get_queryset().visible_to(user)


class User(AbstractUser):
    """A person. Chinese names are not cut into first and last: `name` is the whole."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField(gettext_lazy("姓名"), max_length=60)
    sort_key = models.CharField(max_length=400, editable=False, db_index=True, default="")
    role = models.CharField(gettext_lazy("角色"), max_length=24, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="people")

    objects = PeopleManager()  # type: ignore[misc]
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["username"]

    def __str__(self) -> str:
        return self.name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = pinyin_key(self.name or self.username)
        if kwargs.get("update_fields") is not None and "name" in kwargs["update_fields"]:
            kwargs["update_fields"] = {*kwargs["update_fields"], "sort_key"}
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


def digest_of(secret: str) -> str:
    """What is kept of a secret that only its owner holds."""
    return hashlib.sha256(secret.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        """Those into an organisation that *user* sees."""
        return self.filter(organisation__in=Organisation.objects.visible_to(user))

    def open(self) -> Self:
        """Those that can still be accepted."""
        return self.filter(accepted_by=None, expires__gt=timezone.now())


class Invitation(models.Model):
    """An account waiting for its owner. The link's secret is shown once and never kept."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    role = models.CharField(gettext_lazy("角色"), max_length=24, choices=Role.choices)
    name = models.CharField(gettext_lazy("姓名"), max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    expires = models.DateTimeField(gettext_lazy("有效期至"))
    accepted_by = models.OneToOneField(User, models.SET_NULL, null=True, related_name="invitation")

    objects = InvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return _("邀请{name}").format(name=self.name)

    @property
    def is_open(self) -> bool:
        return self.accepted_by_id is None and self.expires > timezone.now()


class Token(models.Model):
    """A program's key to the interface, for what its owner may do and its scope allows."""

    user = models.ForeignKey(User, models.CASCADE, related_name="tokens")
    name = models.CharField(gettext_lazy("用途"), max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    writes = models.BooleanField(gettext_lazy("可以写入"), default=False)
    made = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField(gettext_lazy("有效期至"))
    last_used = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def issue(cls, **fields: Any) -> tuple[Token, str]:
        """A new token and its secret, which is not kept."""
        secret = secrets.token_urlsafe(32)
        return cls.objects.create(digest=digest_of(secret), **fields), secret
