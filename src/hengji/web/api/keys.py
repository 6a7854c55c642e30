"""Who a program acts for: the token's owner, with the owner's rights and no more than the token allows."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from hengji.web.api.refusals import Refusal
from hengji.web.models.user import Token, digest_of
from hengji.web.rights import Right, has_right

__all__ = ["BearerToken", "known", "token_of"]

_SELDOM: Final = timedelta(minutes=1)


class BearerToken(HttpBearer):
    """``Authorization: Bearer …``. Asks for any of *rights*, and with *writes* for a token that may write."""

    def __init__(self, *rights: Right, writes: bool = False) -> None:
        super().__init__()
        self.rights, self.writes = frozenset(rights), writes

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """The token, its owner standing in the request; None where it is unknown or has expired."""
        found = known(token)
        if found is None:
            return None
        request.user = found.user
        if not has_right(found.user, Right.USE_INTERFACE) or not any(
            has_right(found.user, right) for right in self.rights
        ):
            raise Refusal(403, _("令牌所有人的角色没有这项操作。"), _("请换用有这项权利的人发放的令牌。"))
        if self.writes and not found.writes:
            raise Refusal(403, _("这个令牌只能读取。"), _("请在“我的账号”里发放可以写入的令牌。"))
        return found


def known(secret: str) -> Token | None:
    """The token that is still good, and that it was used."""
    now = timezone.now()
    found = (
        Token.objects.select_related("user__organisation__jurisdiction")
        .filter(digest=digest_of(secret), expires__gt=now, user__is_active=True)
        .first()
    )
    if found is not None and (found.last_used is None or now - found.last_used > _SELDOM):
        Token.objects.filter(pk=found.pk).update(last_used=now)
    return found


def token_of(request: HttpRequest) -> Token:
    """The token that `BearerToken` let in."""
    token: Token = request.auth  # type: ignore[attr-defined]
    return token
