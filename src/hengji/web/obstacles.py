"""What keeps the application from starting, told before anything is begun: its folder, its port, its settings."""

from __future__ import annotations

import errno
import hashlib
import json
import shlex
import shutil
import socket
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from hengji.web.frame.installation import database_of, mail_of

__all__ = ["database_obstacle", "obstacles"]

_FOLDER_REASONS: Final = {
    errno.EACCES: "没有写入的权限",
    errno.EPERM: "没有写入的权限",
    errno.EROFS: "所在的磁盘只读",
    errno.ENOENT: "它不存在，也不能在那里新建",
    errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已有一个同名的文件",
}


def obstacles(environment: Mapping[str, str], host: str, port: int) -> list[str]:
    """Everything that would stop the start, each with what to do; empty where nothing would."""
    home = Path(environment.get("HENGJI_HOME", "var")).absolute()
    return [*_of_the_folder(home), *_of_the_port(host, port), *_of_the_settings(environment, home)]


def database_obstacle(problem: Exception, environment: Mapping[str, str]) -> str:
    """Why the database cannot be used. The password of the address is not repeated."""
    said = str(problem).strip().splitlines()[0] if str(problem).strip() else type(problem).__name__
    if environment.get("DATABASE_URL"):
        return (
            f"PostgreSQL 数据库用不了：{said}。\n"
            "  请检查环境变量 DATABASE_URL 里的主机、端口、库名、用户和密码，并确认数据库已启动、这个用户可以建表。"
        )
    return f"数据库文件用不了：{said}。\n  请检查数据文件夹的权限和磁盘空间，再启动一次。"


def _of_the_folder(home: Path) -> Iterator[str]:
    """A file is made and removed: permissions, read-only disks and full ones say no only then."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home) as file:
            file.write(b"hengji")
    except OSError as problem:
        reason = _FOLDER_REASONS.get(problem.errno or 0) or problem.strerror or str(problem)
        yield (
            f"数据文件夹“{home}”写不进去：{reason}。\n"
            "  请改文件夹的权限，或换一个文件夹：用 --home 文件夹，或设环境变量 HENGJI_HOME。"
        )


def _of_the_port(host: str, port: int) -> Iterator[str]:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will: a past one may linger
            listening.bind(address)
    except socket.gaierror:
        yield f"监听地址“{host}”不是本机的地址。\n  本机使用写 127.0.0.1，让别的机器访问写 0.0.0.0。"
    except OSError as problem:
        yield _port_obstacle(problem, host, port)


def _port_obstacle(problem: OSError, host: str, port: int) -> str:
    other = "换一个端口：用 --port 端口，或设环境变量 HENGJI_PORT"
    if problem.errno == errno.EADDRINUSE:
        return f"端口 {port} 已被占用，可能是另一个衡绩正在运行。\n  请停止占用它的程序，或{other}。"
    if problem.errno in {errno.EACCES, errno.EPERM}:
        return f"没有权限使用端口 {port}：1024 以下的端口要有系统权限。\n  请{other}。"
    return f"不能在 {host} 的端口 {port} 上监听：{problem.strerror}。\n  请检查监听地址，或{other}。"


def _of_the_settings(environment: Mapping[str, str], home: Path) -> Iterator[str]:
    try:
        database_of(environment.get("DATABASE_URL", ""), home)
    except ValueError as problem:
        yield str(problem)
    proxies = environment.get("HENGJI_PROXIES") or "0"
    if not (proxies.isascii() and proxies.isdecimal()):
        yield f"环境变量 HENGJI_PROXIES 应为前面代理的个数（如 1），现在是“{proxies}”。"
    digest = environment.get("HENGJI_DIGEST", "sha256")
    if digest not in {"sha256", "sm3"} or digest not in hashlib.algorithms_available:
        yield f"环境变量 HENGJI_DIGEST 应为 sha256 或 sm3（本机的 OpenSSL 要支持），现在是“{digest}”。"
    try:
        mail_of(environment.get("HENGJI_MAIL", ""))
    except ValueError:
        yield "环境变量 HENGJI_MAIL 应写成 smtp://用户:密码@主机:587、smtps://…:465、smtp+plain://主机:25 或 file:///文件夹。"
    yield from _of_the_scanner(environment)
    yield from _of_the_provider(environment.get("HENGJI_OIDC") or "{}")


def _of_the_scanner(environment: Mapping[str, str]) -> Iterator[str]:
    try:
        words = shlex.split(environment.get("HENGJI_VIRUS_SCAN", ""))
    except ValueError:
        yield "环境变量 HENGJI_VIRUS_SCAN 的引号不成对。"
        return
    if words and shutil.which(words[0], path=environment.get("PATH")) is None:
        yield f"环境变量 HENGJI_VIRUS_SCAN 指的命令“{words[0]}”找不到或不能运行。"


def _of_the_provider(text: str) -> Iterator[str]:
    try:
        provider = json.loads(text)
    except ValueError:
        provider = None
    missing = {"client_id", "secret", "server_url"} - set(provider) if isinstance(provider, dict) else None
    if missing is None:
        yield "环境变量 HENGJI_OIDC 不是 JSON 对象，应写 name、client_id、secret、server_url 四项。"
    elif provider and missing:
        yield f"环境变量 HENGJI_OIDC 缺少 {'、'.join(sorted(missing))}。"
