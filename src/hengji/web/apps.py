"""The one app of the project."""

from __future__ import annotations

from django.apps import AppConfig

__all__ = ["WebConfig"]


class WebConfig(AppConfig):
    """All models and pages live in this one app; its folders are the stages of the year."""

    name = "hengji.web"
    label = "web"
    verbose_name = "衡绩"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from hengji.web.accounts.recording import connect  # noqa: PLC0415 - models are not ready before
        from hengji.web.evaluations import submitting  # noqa: F401, PLC0415 - it adds what submitting demands
        from hengji.web.monitoring import waiting_notices  # noqa: F401, PLC0415 - it adds what waits for people
        from hengji.web.verifications import (  # noqa: PLC0415 - they add what its steps demand and what waits
            guards,  # noqa: F401
            waiting_requests,  # noqa: F401
        )

        connect()
