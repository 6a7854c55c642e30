"""One document number, two titles: one of them is misquoted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import slip, tight
from hengji.facts.relation import Relation

__all__ = ["find"]

_CITED = re.compile(
    r"《([^《》]{4,90}(?:《[^《》]{2,60}》[^《》]{0,30})?)》\s*[（(]\s*([\u4e00-\u9fff]{1,10})\s*[〔\[(（［]\s*(20\d{2})\s*[〕\])）］]\s*第?\s*(\d{1,4})\s*号"
)


def find(context: Context) -> Iterator[Relation]:
    """《title》（number〔year〕n号) against every other title with this number."""
    cited: dict[tuple[str, str, str], list[tuple[str, Span]]] = defaultdict(list)
    for match in _CITED.finditer(context.document.text):
        cited[match[2], match[3], match[4]].append((_core(match[1]), match.span(1)))
    for (issuer, year, number), places in cited.items():
        first, where = places[0]
        for core, span in places[1:]:
            if core != first and core not in first and first not in core:
                text = context.document.text
                yield slip(
                    context,
                    [where, span],
                    "suspicious",
                    f"文号{issuer}〔{year}〕{number}号对应了两个文件名：《{tight(text[slice(*where)])}》与《{tight(text[slice(*span)])}》。"
                    "同一文号只有一个文件名，请核对原文。",
                    rule="同一文号应是同一文件",
                    expected=tight(text[slice(*where)]),
                    severity="medium",
                    kind="repeat",
                )
                break


def _core(title: str) -> str:
    """The title without white space, its issuer (… 关于) and trial marks."""
    flat = re.sub(r"[（(](?:试行|暂行|修订|修订版)[）)]|[〈〉<>《》“”]", "", tight(title))
    return flat[flat.find("关于") :] if "关于" in flat else flat
