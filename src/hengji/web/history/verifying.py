"""``python -m hengji.web.history.verifying``: recomputes the whole chain and says where it breaks."""

from __future__ import annotations

import os
import sys

__all__ = ["main"]


def main() -> int:
    """0 whole, 1 broken, 2 there is no history to verify."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengji.web.settings")
    import django

    django.setup()
    from django.db import DatabaseError

    from hengji.web.history.chain import first_broken_link
    from hengji.web.models import HistoryEntry

    try:
        count = HistoryEntry.objects.count()
        broken = first_broken_link()
    except DatabaseError:
        print("数据库里还没有网页端的数据。请先用 hengji serve 启动一次。", file=sys.stderr)
        return 2
    if broken is None:
        print(f"变更记录完好：{count} 条，逐条重算，首尾相接。")
        return 0
    print(f"变更记录在第 {broken.sequence} 条断开：{broken.problem}。")
    return 1


if __name__ == "__main__":
    sys.exit(main())
