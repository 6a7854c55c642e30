"""The relation of a limit that is said to be kept: what was spent, the limit, and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from hengji.facts.relation import Figure, Relation

__all__ = ["said_limit"]


def said_limit(
    figures: Sequence[Figure], limit: str, spent: str, said: str, told: str, *, borne_out: bool, over: bool = False
) -> Relation:
    """A relation of kind ``policy``: *told* gives the figures in words, *said* the claim, *over* one of exceeding."""
    wrong = "并未超过" if over else "已经超过"
    return Relation(
        "policy",
        "ok" if borne_out else "error",
        tuple(figures),
        "实际 > 预算" if over else "实际 ≤ 预算",
        f"{'>' if over else '≤'} {limit}",
        spent,
        told + ("与文中所说相符。" if borne_out else f"{wrong}，文中却说“{said}”。请核对数字，或改正说法。"),
        "" if borne_out else "两数之一或说法有误。",
        "medium" if borne_out else "high",
    )
