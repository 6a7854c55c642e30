"""What an installation is made of before any page: its folder, its secret, its database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

__all__ = ["database_of", "home_folder", "mail_of", "secret_of"]


def home_folder(named: str) -> Path:
    """The folder that holds everything people entered; it is made where it is absent, for its owner only."""
    folder = Path(named).absolute()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_of(home: Path) -> str:
    """The key that signs sessions: made once per installation and kept readable for its owner only."""
    file = home / "secret"
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii")
    secret = secrets.token_urlsafe(64)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secret)
    return secret


def database_of(address: str, home: Path) -> dict[str, Any]:
    """Django's settings for *address*: PostgreSQL, or SQLite in *home* where it is empty.

    SQLite's defaults end in "database is locked" as soon as two people write: hence WAL, one writer at a time
    from the beginning of its transaction, and waiting. What follows a question mark is libpq's (sslmode=require), and
    ``host`` there may be a socket's folder. Raises ValueError, with words for people, for an address of another kind.
    """
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "hengji.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
            "ATOMIC_REQUESTS": False,
        }
    parts = urlsplit(address)
    try:
        port = str(parts.port or "")
    except ValueError:
        port = None
    if port is None or parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("环境变量 DATABASE_URL 应写成 postgresql://用户:密码@主机:端口/库名。")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": port,
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


_PORTS: Final = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


def mail_of(address: str) -> dict[str, Any]:
    """How mail goes out, from an address like ``smtp://user:password@host:587``; empty where none is named.

    ``smtp`` turns to TLS before it logs in, ``smtps`` is TLS from the start, ``smtp+plain`` is neither; ``file`` writes
    letters into a folder. Raises ValueError for any other.
    """
    if not address:
        return {}
    parts = urlsplit(address)
    if parts.scheme == "file" and parts.path:
        return {"backend": "django.core.mail.backends.filebased.EmailBackend", "folder": unquote(parts.path)}
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("HENGJI_MAIL must be smtp://, smtps://, smtp+plain:// with a host, or file:///folder")
    return {
        "backend": "django.core.mail.backends.smtp.EmailBackend",
        "host": parts.hostname,
        "port": parts.port or _PORTS[parts.scheme],
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "starttls": parts.scheme == "smtp",
        "tls": parts.scheme == "smtps",
    }
