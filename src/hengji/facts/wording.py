"""Small rules of Chinese punctuation for sentences that quote what others wrote."""

from __future__ import annotations

__all__ = ["quoted", "shortened"]

_LONGEST = 60
"""Characters that a finding repeats of what it found."""

_INNER = str.maketrans("“”", "‘’")


def quoted(text: str) -> str:
    """*text* in quotation marks; marks inside it become single ones (GB/T 15834-2011)."""
    return f"“{text.translate(_INNER)}”"


def shortened(text: str) -> str:
    """*text* as a finding shows what it found: a long one is cut, so that its finding stays a line."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（共 {len(text)} 个字符）"
