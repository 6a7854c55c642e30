"""Pages for what went wrong: not allowed, not there, an old form, our own fault. They say what to do next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

__all__ = ["broken", "not_allowed", "not_found", "stale_form", "too_large"]


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the role does not have the right."""
    return _page(request, 403, _("您的角色没有这项操作"), _("需要的话，请联系本辖区的财政管理员。"))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not within the person's scope: the answer does not tell which."""
    return _page(request, 404, _("没有找到这个页面"), _("可能已被移走，或不在您的工作范围内。请从“我的工作”进入。"))


def broken(request: HttpRequest) -> HttpResponse:
    """500: a bug of ours."""
    return _page(
        request, 500, _("程序出错了"), _("已保存的内容不受影响。请稍后再试；仍不行时，请把出错的时间告诉管理员。")
    )


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of the CSRF check: mostly a session that ended while somebody typed."""
    return _page(
        request, 403, _("登录已过期，这次提交没有生效"), _("填写的内容还在本机浏览器里。请重新登录后回到原来的页面。")
    )


def too_large(request: HttpRequest, size: int, limit: int) -> HttpResponse:
    """413: more bytes than any page takes; nothing of it was kept."""
    megabyte = 1024 * 1024
    return _page(
        request, 413, _("上传的内容太大，没有收下"),
        _("这次上传约 {size} MB，一次最多 {limit} MB。请分几次上传，或降低扫描的分辨率。").format(
            size=size // megabyte, limit=limit // megabyte
        ),
    )  # fmt: skip


def _page(request: HttpRequest, status: int, title: str, advice: str) -> HttpResponse:
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"message": title, "advice": advice}, status=status)
    return render(request, "frame/failure.html", {"title": title, "advice": advice}, status=status)
