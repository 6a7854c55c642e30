"""Scores a content once: the pages of one work look at the same score again and again until something is changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hengji.rules.scheme import Scheme
from hengji.workflows.scoring import Scored, score_content

__all__ = ["scored_once"]


def scored_once(content: Mapping[str, Any], scheme: Scheme, document: str) -> Scored:
    """What `score_content` gives. It is frozen, and nothing but what is asked for here goes into it."""
    return _scored(json.dumps(content, ensure_ascii=False), _Same(scheme), document)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A scheme that equals itself alone: to compare two as far as they go costs more than to score."""

    scheme: Scheme

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.scheme is self.scheme

    def __hash__(self) -> int:
        return id(self.scheme)


@lru_cache(maxsize=64)
def _scored(content: str, same: _Same, document: str) -> Scored:
    return score_content(json.loads(content), same.scheme, document)
