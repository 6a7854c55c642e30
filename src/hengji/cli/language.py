"""Chinese first, English by locale. Our words are Chinese in the code, click's are English in its own.

gettext's default domain is bound to ours: the English catalogue translates our words, the Chinese one click's.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

__all__ = ["DOMAIN", "LOCALE_FOLDER", "Language", "choose_language", "settle_language", "text"]

Language = Literal["zh_CN", "en"]

DOMAIN: Final = "hengji"
LOCALE_FOLDER: Final = Path(__file__).parent / "locale"

_VARIABLES: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""In the order in which gettext asks them; the first that is set decides."""

text = gettext.gettext
"""Translates one of our messages."""


def choose_language(environment: Mapping[str, str]) -> Language:
    """English where the locale begins with ``en``; Chinese for any other, and for C, POSIX and none."""
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return "en" if locale.lower().startswith("en") else "zh_CN"


def settle_language() -> Language:
    """Settles the language of this process. Click looks its words up by LANGUAGE, so that is what is set."""
    language = choose_language(os.environ)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(LOCALE_FOLDER))
    gettext.textdomain(DOMAIN)
    return language
