"""Every message has its translation, none is left over, and what is compiled is what is written."""

from __future__ import annotations

import string
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import hengji.cli
from hengji.cli.language import DOMAIN, LOCALE_FOLDER

SOURCES = {"en": Path(hengji.cli.__file__).parent, "zh_CN": Path(click.__file__).parent}


def catalogue(locale: str) -> Catalog:
    with (LOCALE_FOLDER / locale / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=locale)


@pytest.mark.parametrize("locale", SOURCES)
def test_every_message_is_translated_and_none_is_left_over(locale):
    written = {message.id: message for message in catalogue(locale) if message.id}
    used = {message for _, _, message, _, _ in extract_from_dir(str(SOURCES[locale]), [("**.py", "python")])}
    assert set(written) == used
    empty = [message.id for message in written.values() if not all(_strings(message.string)) or message.fuzzy]
    assert empty == []


@pytest.mark.parametrize("locale", SOURCES)
def test_a_translation_names_nothing_that_its_message_does_not(locale):
    for message in catalogue(locale):
        if not message.id:
            continue
        known = {name for text in _strings(message.id) for name in _names(text)}
        assert {name for text in _strings(message.string) for name in _names(text)} <= known, message.id


@pytest.mark.parametrize("locale", SOURCES)
def test_what_is_compiled_is_what_is_written(locale):
    with (LOCALE_FOLDER / locale / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        compiled = {_strings(message.id)[0]: _strings(message.string) for message in read_mo(file) if message.id}
    written = {_strings(message.id)[0]: _strings(message.string) for message in catalogue(locale) if message.id}
    assert compiled == written


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _strings(text: str | Sequence[str]) -> tuple[str, ...]:
    """One text, or the forms of a plural."""
    return (text,) if isinstance(text, str) else tuple(text)
