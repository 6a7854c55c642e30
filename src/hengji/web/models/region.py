"""行政区划: province → city → county."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from hengji.web.models.tree import Branching, Node

__all__ = ["Jurisdiction"]


class Jurisdiction(Node):
    """A place with its own finance bureau."""

    code = models.CharField(_("区划代码"), max_length=12, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")

    objects = Branching["Jurisdiction"].as_manager()

    class Meta:
        ordering = ["path"]
