"""What an installation is made of before any page: its folder, its secret, its database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

__all__ = ["database_of", "home_folder", "secret_of"]


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
    from the beginning of its transaction, and waiting. Raises ValueError for an address of another kind.
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
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("DATABASE_URL: 只支持 postgresql://用户:密码@主机:端口/库名")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
