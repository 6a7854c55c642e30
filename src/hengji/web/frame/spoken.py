"""What the scripts say to people, for a page that is not Chinese: they look their Chinese words up here."""

from __future__ import annotations

import json
from typing import Final

from django.conf import settings
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

__all__ = ["SPOKEN", "spoken"]

SPOKEN: Final = (
    _("正在保存…"),
    _("已保存"),
    _("有 {count} 处与他人的修改冲突"),
    _("连不上服务器，内容已暂存在本机，恢复后自动保存"),
    _("登录已过期，内容已暂存在本机。请在新窗口登录后回到这里"),
    _("没有保存成功，内容已暂存在本机"),
    _("没有存上的 {count} 处留在这个浏览器里："),
    _("这些内容上次没有存上。要用的请照着再填，或复制出来。"),
    _("申请延期"),
    _("知道了，不要了"),
    _("（已勾选 {count} 项）"),
    _("（空）"),
    _("{count} 行"),
    _("您填的“{wanted}”没有写入：这一行刚刚被他人移动或改了名。请刷新页面，看过再填。"),
    _("刷新页面"),
    _("{place}：您填“{wanted}”，而他人刚刚改成了“{now}”。"),
    _("用我的"),
    _("用对方的"),
    _("上传的文件合计超过 100 MB。请分几次上传，扫描件请降低分辨率。"),
    _("没有上传成功。请检查网络，重新登录后再试。"),
    _("已上传：{names}"),
    _("、"),
    _("展开旁注"),
    _("收起旁注"),
    _("第{row}行 {column}：{value}"),
    _("空"),
    _("一次最多粘贴 {most} 行，后面的 {left} 行没有贴入"),
)


def spoken() -> str:
    """The words as JSON, Chinese to the language of the page; empty where that is Chinese."""
    if get_language() == settings.LANGUAGE_CODE:
        return ""
    return json.dumps({word: gettext(word) for word in SPOKEN}, ensure_ascii=False)
