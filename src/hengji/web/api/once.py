"""A write sent twice under one idempotency key is done once and answered alike."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Any, Final

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Header

from hengji.web.api.keys import token_of
from hengji.web.api.refusals import Refusal
from hengji.web.models.interface import Answered

__all__ = ["KEPT", "Answer", "Key", "once"]

KEPT: Final = timedelta(hours=24)
Key = Annotated[str, Header(alias="Idempotency-Key", max_length=80, pattern=r"^[!-~]*$")]
Answer = tuple[int, dict[str, Any]]
"""A status and a body of JSON values."""


def once(request: HttpRequest, key: str, deed: Callable[[], Answer]) -> Answer:
    """Does *deed* unless this token did it under *key* before; then what was answered.

    A deed that raises is not kept: nothing was changed, and it may be tried again. Raises Refusal where the key was
    used for another request.
    """
    if not key:
        return deed()
    token, asked = token_of(request), _digest(request)
    Answered.objects.filter(at__lt=timezone.now() - KEPT).delete()
    with transaction.atomic():
        # On PostgreSQL the second of two at once waits here until the first is done.
        kept, is_new = Answered.objects.get_or_create(token=token, key=key, defaults={"asked": asked})
        if is_new:
            kept.status, kept.answer = deed()
            kept.save(update_fields=["status", "answer"])
        elif kept.asked != asked:
            raise Refusal(
                422,
                _("Idempotency-Key“{key}”已经用于另一个请求。").format(key=key),
                _("每个不同的写入请换一个新的键。"),
            )
        return kept.status, kept.answer


def _digest(request: HttpRequest) -> str:
    said = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    if request.content_type != "multipart/form-data":
        said.update(request.body)
        return said.hexdigest()
    # The form's own bytes are read already, and its boundaries differ each time.
    for name, values in sorted(request.POST.lists()):
        said.update(f"{name}={values!r}\n".encode())
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            said.update(f"{name}:{file.name}:{file.size}\n".encode())
            for piece in file.chunks():
                said.update(piece)
            file.seek(0)
    return said.hexdigest()
