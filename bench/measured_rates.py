"""Writes into the documentation how often each class of relation erred on the samples.

``python bench/measured_rates.py [--generated N]`` measures as `check_quality.py` does, keeps the counts in
docs/checking/measured.json, and rewrites the part between the markers of every page of docs/checking/ and the table of
its index. ``--from-data`` measures nothing and only rewrites the pages from the counts that are kept.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent))

from check_quality import collections
from measuring.checker import load_checker
from measuring.expected import ROOT
from measuring.independent import independent_boards
from measuring.scoreboard import ClassScore, Scoreboard, measure

__all__ = ["BEGIN", "DATA", "END", "KINDS_OF_PAGES", "PAGES", "main", "page_block", "rewritten"]

PAGES: Final = ROOT / "docs" / "checking"
DATA: Final = PAGES / "measured.json"
BEGIN: Final = "<!-- 实测：由 bench/measured_rates.py 写入，勿手改 -->"
END: Final = "<!-- 实测完 -->"
NAMES: Final = {
    "amount_in_words": "大写金额", "count": "计数", "difference": "差额", "grade": "等级", "growth": "增减",
    "list_order": "列举次序", "policy": "政策规定", "rate": "比率", "repeat": "前后一致", "score_rate": "得分率",
    "score_rule": "得分规则", "score_sum": "得分合计", "share": "占比", "structure": "文字结构", "sum": "合计",
    "survey": "问卷", "target": "目标", "unit": "单位", "year": "年份",
}  # fmt: skip
KINDS_OF_PAGES: Final[dict[str, tuple[str, ...]]] = {
    "bounds": ("policy",), "headcount": ("policy",), "table_policy": ("policy",), "names": ("structure",),
    "titles": ("repeat",), "claims": ("target",), "direction": ("growth",), "goal_funds": ("sum", "target"),
    "table_sums": ("sum",), "table_rates": ("rate", "share", "growth"),
}  # fmt: skip
"""The kinds that a page's relations are reported as, where they are not the page's own name."""
_GROUPS: Final = {"own": "自有文件", "independent": "独立文件"}
_FIELDS: Final = ("labelled", "found", "reported", "real")

Counts = Mapping[str, Mapping[str, Sequence[int]]]


def counts_of(boards: Iterable[Scoreboard]) -> dict[str, dict[str, list[int]]]:
    """Errors labelled, found, reported and real, by kind and by who wrote the documents."""
    found: dict[str, dict[str, ClassScore]] = {}
    for board in boards:
        group = "independent" if board.name.startswith("independent") else "own"
        for kind, score in board.classes.items():
            into = found.setdefault(kind, {}).setdefault(group, ClassScore())
            for field in _FIELDS:
                setattr(into, field, getattr(into, field) + getattr(score, field))
    return {
        kind: {group: [getattr(score, field) for field in _FIELDS] for group, score in sorted(groups.items())}
        for kind, groups in sorted(found.items())
    }


def page_block(page: str, data: Mapping[str, Any]) -> str:
    """What stands between the markers of *page*: one row per kind and origin of the documents."""
    kinds = KINDS_OF_PAGES.get(page, (page,))
    rows = [
        f"| {NAMES[kind]} | {name} | {' | '.join(map(str, data['kinds'][kind][group]))} |"
        for kind in kinds
        for group, name in _GROUPS.items()
        if group in data["kinds"].get(kind, {})
    ]
    shared = "（这一类下各种查法合计）" if page in KINDS_OF_PAGES else ""
    return "\n".join(
        [
            BEGIN, "", "## 错了几次", "",
            f"{data['date']} 实测{shared}，量法见[首页](index.md)。", "",
            "| 种类 | 文件 | 标注的错误 | 找到 | 报出的错误 | 其中确实是错 |", "|---|---|---:|---:|---:|---:|",
            *rows, "", END,
        ]
    )  # fmt: skip


def index_block(data: Mapping[str, Any]) -> str:
    """The table of the index: every kind, and all together."""
    rows: list[str] = []
    for group, name in _GROUPS.items():
        sums = [0] * len(_FIELDS)
        for kind, groups in data["kinds"].items():
            counts = groups.get(group)
            if counts:
                rows.append(f"| {NAMES[kind]} `{kind}` | {name} | {' | '.join(map(str, counts))} |")
                sums = [one + other for one, other in zip(sums, counts, strict=True)]
        rows.append(f"| 全部 | {name} | {' | '.join(map(str, sums))} |")
    head = ["| 种类 | 文件 | 标注的错误 | 找到 | 报出的错误 | 其中确实是错 |", "|---|---|---:|---:|---:|---:|"]
    return "\n".join([BEGIN, "", f"{data['date']} 实测（`{data['command']}`）。", "", *head, *rows, "", END])


def rewritten(text: str, block: str) -> str:
    """*text* with its marked part replaced by *block*, which is put at the end where there is none yet."""
    marked = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    if marked.search(text):
        return marked.sub(lambda _: block, text)
    return f"{text.rstrip()}\n\n{block}\n"


def _measured(count: int) -> dict[str, Any]:
    checker = load_checker()
    assert checker is not None
    boards = [measure(one, checker) for one in collections(count, samples_only=False)]
    boards += independent_boards()
    command = f"bench/measured_rates.py --generated {count}"
    return {"date": datetime.now(UTC).date().isoformat(), "command": command, "kinds": counts_of(boards)}


def main(arguments: Sequence[str] = ()) -> int:
    """Measures, keeps the counts, rewrites the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--generated", type=int, default=20, metavar="N", help="fresh documents of each kind")
    parser.add_argument("--from-data", action="store_true", help="rewrite the pages from measured.json")
    options = parser.parse_args(arguments)
    data = json.loads(DATA.read_text(encoding="utf-8")) if options.from_data else _measured(options.generated)
    DATA.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for path in sorted(PAGES.glob("*.md")):
        block = index_block(data) if path.stem == "index" else page_block(path.stem, data)
        path.write_text(rewritten(path.read_text(encoding="utf-8"), block), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
