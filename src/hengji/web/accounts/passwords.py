"""What a password must be, where Django has no Chinese words for it."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _

__all__ = ["LongEnough"]


class LongEnough(MinimumLengthValidator):
    """A least length."""

    def get_error_message(self) -> str:
        return _("密码太短，至少要%d个字符。") % self.min_length

    def get_help_text(self) -> str:
        return _("至少%d个字符。") % self.min_length
