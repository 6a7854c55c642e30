"""Which Chinese faces this machine can set a paper in; without one, typst silently takes Japanese glyphs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import typst

from hengji.facts.findings import Finding

__all__ = ["FacesMissing", "FontChoice", "choose_faces", "faces_among", "installed"]

_SONG: Final = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN", "Songti SC")
_HEI: Final = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC")
_PREFERRED: Final[dict[str, tuple[str, ...]]] = {
    "title": (
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "方正小标宋_GBK",
        "STZhongsong",
        "华文中宋",
    ),
    "body": ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋"),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "KaiTi", "楷体", "STKaiti", "Kaiti SC", "华文楷体"),
    "hei": ("黑体", "SimHei", "STHeiti", "Heiti SC"),
}
_GENERAL: Final = {"title": _SONG, "body": _SONG, "kai": _SONG, "hei": _HEI}
_NAMES: Final = {"title": "小标宋", "body": "仿宋", "kai": "楷体", "hei": "黑体"}


@dataclass(frozen=True, slots=True)
class FontChoice:
    """The families of the title, the body, the second headings and the first headings (GB/T 9704-2012, 7.2.3).

    `folders` are searched besides the system's. `bold_title` where the title's family is no display face by itself.
    """

    title: str
    body: str
    kai: str
    hei: str
    bold_title: bool = False
    folders: tuple[Path, ...] = ()


class FacesMissing(Exception):  # noqa: N818 - named for what happened
    """No pdf can be set here. `finding` says which faces are missing and what to install."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@cache
def installed(folders: tuple[Path, ...] = ()) -> typst.Fonts:
    """The faces of the system and of *folders*. Looked up once per process: it takes a tenth of a second."""
    return typst.Fonts(font_paths=list(folders))


def choose_faces(folders: Sequence[Path] = ()) -> FontChoice | Finding:
    """The faces a paper will be set in: the official ones where they are, Noto's Chinese ones otherwise."""
    return faces_among(installed(tuple(folders)).families(), tuple(folders))


def faces_among(families: Collection[str], folders: tuple[Path, ...] = ()) -> FontChoice | Finding:
    """The choice among *families*, or what is missing."""
    known = {family.casefold(): family for family in families}
    chosen: dict[str, str] = {}
    for part, preferred in _PREFERRED.items():
        wanted = (*preferred, *_GENERAL[part])
        chosen[part] = next((known[name.casefold()] for name in wanted if name.casefold() in known), "")
    # One good Chinese face can stand for another; none at all cannot be mended.
    spare = chosen["body"] or chosen["hei"] or chosen["title"] or chosen["kai"]
    if not spare:
        return _nothing()
    chosen = {part: family or spare for part, family in chosen.items()}
    return FontChoice(**chosen, bold_title=chosen["title"] not in _PREFERRED["title"], folders=folders)


def _nothing() -> Finding:
    official = "、".join(f"{name}（如 {_PREFERRED[part][0]}）" for part, name in _NAMES.items())
    return Finding(
        "error",
        "本机没有可用的中文字体，不能生成 PDF",
        code="paper-face-missing",
        found="系统字体中既没有公文字体，也没有思源字体（Noto CJK SC）",
        expected=f"{official}，或 Noto Serif CJK SC 与 Noto Sans CJK SC",
        basis="GB/T 9704-2012 的 5.2.2（字体和字号）",
        advice=(
            "请安装字体后重试：Debian、Ubuntu 上为 apt-get install fonts-noto-cjk"
            "（字体文件 NotoSerifCJK-Regular.ttc、NotoSansCJK-Regular.ttc）；"
            "或将方正小标宋、仿宋、楷体、黑体的字体文件（.ttf）放入系统字体目录"
        ),
    )
