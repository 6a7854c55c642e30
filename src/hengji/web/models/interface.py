"""What programs were answered, so that a write sent twice is done once."""

from __future__ import annotations

from django.db import models

from hengji.web.models.user import Token

__all__ = ["Answered"]


class Answered(models.Model):
    """The answer to one write that named an idempotency key. `asked` is the digest of method, address and body."""

    token = models.ForeignKey(Token, models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    asked = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    answer = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="one_answer_to_a_key")]
