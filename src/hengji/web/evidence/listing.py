"""The evidence of a work as a list, and the indicators that it may speak for."""

from __future__ import annotations

from typing import cast

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from hengji.web.evaluations.rubric import rubric_rows_of
from hengji.web.frame.listing import Column, Listing
from hengji.web.models.evidence import Evidence
from hengji.web.models.tree import pinyin_key
from hengji.web.models.user import User
from hengji.web.models.work import Work

__all__ = ["evidence_listing", "indicators_of"]


def evidence_listing(request: HttpRequest, work: Work) -> Listing[Evidence]:
    """Filtered by the words in the address: in names, indicators and places."""
    words = request.GET.get("words", "").strip()
    seen = Evidence.objects.visible_to(cast(User, request.user)).filter(work=work, kind=Evidence.Kind.FILE)
    found = seen.prefetch_related("citations").select_related("by")
    if words:
        cited = Q(citations__indicator__icontains=words) | Q(citations__place__icontains=words)
        found = found.filter(Q(name__icontains=words) | cited).distinct()
    if request.GET.get("uncited"):
        found = found.filter(citations=None)
    columns = (
        Column[Evidence]("name", _("名称"), lambda each: each.name, order=lambda each: pinyin_key(each.name)),
        Column[Evidence]("cited", _("佐证的指标"), _cited),
        Column[Evidence]("size", _("大小"), lambda each: shown_size(each.size), ("size",), number=True),
        Column[Evidence]("by", _("上传人"), lambda each: str(each.by), ("by__sort_key",)),
        Column[Evidence]("at", _("上传时间"), lambda each: f"{timezone.localtime(each.at):%Y-%m-%d %H:%M}", ("at",)),
        Column[Evidence]("digest", _("校验码"), lambda each: each.digest),
    )
    return Listing(request, found, columns, _("{work}佐证材料").format(work=work))


def _cited(evidence: Evidence) -> str:
    return "；".join(f"{each.indicator} {each.place}".strip() for each in evidence.citations.all())


def shown_size(size: int) -> str:
    """12 KB, 3.4 MB: in whole KB below one MB, in tenths above."""
    kilobytes = max(1, (size + 512) // 1024)
    tenths = size * 10 // (1024 * 1024)
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{tenths // 10}.{tenths % 10} MB"


def indicators_of(work: Work) -> tuple[tuple[str, str], ...]:
    """Key and name of every leaf that evidence may be cited to."""
    return tuple((row.key, " › ".join(row.path)) for row in rubric_rows_of(work) if row.is_leaf)
