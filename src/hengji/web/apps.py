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
