"""How figures, days and states are shown: tabular, thousands separated, in words where colour alone would speak."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from hengji.facts.numbers import shown

__all__ = ["amount", "deadline", "rate", "when"]

register = template.Library()


@register.filter
def amount(value: object, places: int = 2) -> str:
    """A figure with thousands separated and −; — where there is none. Never through a float."""
    if value is None or value == "":
        return "—"
    if not isinstance(value, int | Decimal | Fraction) or isinstance(value, bool):
        return str(value)
    text = shown(Fraction(value), places)
    sign, digits = ("−", text[1:]) if text[0] in "-−" else ("", text)
    whole, point, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{rest}"


@register.filter
def rate(value: Fraction, places: int = 2) -> str:
    """A ratio as a percentage: 97/100 is 97.00%."""
    return f"{amount(value * 100, places)}%"


@register.filter
def when(value: datetime | None) -> SafeString | str:
    """今天 09:12, 昨天 16:20, 03-08 10:00, 2024-03-08; the full time on hover."""
    if value is None:
        return "—"
    local = timezone.localtime(value)
    days = (timezone.localdate() - local.date()).days
    if days in {0, 1}:
        short = f"{_('今天') if days == 0 else _('昨天')} {local:%H:%M}"
    else:
        short = f"{local:%m-%d %H:%M}" if local.year == timezone.localdate().year else f"{local:%Y-%m-%d}"
    return format_html('<time datetime="{}" title="{}">{}</time>', local.isoformat(), f"{local:%Y-%m-%d %H:%M}", short)


@register.filter
def deadline(day: date) -> SafeString:
    """A day and how far it is: 12-03 还有5天, 迟3天."""
    left = (day - timezone.localdate()).days
    words = (
        _("迟{days}天").format(days=-left)
        if left < 0
        else _("今天")
        if left == 0
        else _("还有{days}天").format(days=left)
    )
    tone = "error" if left < 0 else "warning" if left <= 3 else "quiet"
    return format_html('<span class="nowrap">{} <span class="{}">{}</span></span>', f"{day:%m-%d}", tone, words)
