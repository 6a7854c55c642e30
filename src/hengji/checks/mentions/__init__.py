"""The figures of a document: where each stands, what it is worth, what it is about, of which year, up or down."""

from __future__ import annotations

from hengji.checks.mentions.finding import find_mentions

__all__ = ["find_mentions"]
