"""What a program is told when something is not done: a message and what to do next, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from hengji.web.works.transitions import RefusedError

__all__ = ["Refusal", "add_handlers", "refusals_answered"]

_MOST_NAMED = 10


class Refusal(Exception):  # noqa: N818 - named for what it is
    """Why something is not done."""

    def __init__(self, status: int, message: str | Promise, advice: str | Promise = "") -> None:
        super().__init__(message)
        self.status, self.message, self.advice = status, str(message), str(advice)


@contextmanager
def refusals_answered(advice: str) -> Iterator[None]:
    """What is refused inside, as on a page, is answered with 409, its words and *advice*."""
    try:
        yield
    except RefusedError as refused:
        raise Refusal(409, str(refused), advice) from None


def add_handlers(api: NinjaAPI) -> None:
    """Every refusal, whoever raises it, in the same shape."""

    def answer(request: HttpRequest, status: int, message: str, advice: str) -> HttpResponse:
        return api.create_response(request, {"message": message, "advice": advice}, status=status)

    @api.exception_handler(Refusal)
    def refused(request: HttpRequest, problem: Refusal) -> HttpResponse:
        return answer(request, problem.status, problem.message, problem.advice)

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, problem: AuthenticationError) -> HttpResponse:
        advice = _("请在请求头写“Authorization: Bearer 令牌”。令牌在“我的账号”里发放，过期或撤销后要重新发放。")
        return answer(request, 401, _("没有可用的令牌。"), advice)

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, problem: Http404) -> HttpResponse:
        return answer(
            request, 404, _("没有找到。"), _("可能已被移走，或不在令牌所有人的工作范围内。请先用列表查询编号。")
        )

    @api.exception_handler(ValidationError)
    def misshapen(request: HttpRequest, problem: ValidationError) -> HttpResponse:
        places = [_place(one) for one in problem.errors[:_MOST_NAMED]]
        advice = _("请对照 /api/v1/openapi.json 改正后再发。")
        return answer(
            request,
            422,
            _("请求里有 {count} 处不对：{places}。").format(count=len(problem.errors), places=_("；").join(places)),
            advice,
        )

    @api.exception_handler(HttpError)
    def unreadable(request: HttpRequest, problem: HttpError) -> HttpResponse:
        return answer(request, problem.status_code, _("请求的内容读不出来。"), _("请求体应为 UTF-8 编码的 JSON。"))


def _place(error: dict[str, Any]) -> str:
    """Where in the request, and what is wrong there (the machine's word, with what it expects)."""
    where = "/".join(str(part) for part in error.get("loc", ()))
    expected = "、".join(f"{name} {value}" for name, value in (error.get("ctx") or {}).items() if name != "error")
    return f"{where}（{error.get('type', '')}{f'：{expected}' if expected else ''}）"[:200]
