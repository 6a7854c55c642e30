"""What opens and closes a document: title with its year, purpose, problems, measures."""

from __future__ import annotations

from samples.writer import Writer

__all__ = ["closing", "opening", "problems"]

_PROBLEMS = (
    "年初项目测算不够细，部分支出集中在第四季度",
    "个别绩效指标难以量化，取数口径需要统一",
    "档案归集不够及时，佐证材料分散", "资产盘点频次偏低，账实核对有待加强", "业务科室与财务人员沟通不足，支付节奏偏慢",
)  # fmt: skip
_MEASURES = (
    "细化项目测算，把支付计划落实到季度", "修订指标库，明确取数来源和责任人", "建立台账，按月归集佐证材料",
    "每半年开展一次资产清查", "健全会商机制，定期通报支付进度",
)  # fmt: skip


def opening(w: Writer, title: str, purpose: str) -> None:
    """The title and a paragraph that says which year is meant; both years are marks of one relation."""
    year, again = w.year(), w.year()
    w.relate("year", "a=b", year, again, note="one report, one year")
    name = w.word(w.place.organisation, "organisation")
    w.title(f"{w.place.organisation}{year.cell}年度{title}")
    w.para(
        w.one_of("根据年度工作安排，", "按照财政部门的统一要求，", "为加强预算管理，"),
        f"{name}对{again.cell}年度{purpose}，现将有关情况说明如下。",
    )


def problems(w: Writer, title: str = "存在问题") -> None:
    """Numbered problems."""
    w.section(title)
    for text in w.rng.sample(_PROBLEMS, w.rng.choice([2, 3, 4])):
        w.item(text + "。")


def closing(w: Writer, title: str = "下一步措施", signed: tuple[int, int] = (1, 2)) -> None:
    """Numbered measures, and the date of signing: years later, first month."""
    w.section(title)
    for text in w.rng.sample(_MEASURES, w.rng.choice([3, 4])):
        w.item(text + "。")
    if w.rng.random() < 0.5:
        years, month = signed
        w.para(f"{w.place.year + years}年{w.rng.randint(month, month + 4)}月{w.rng.randint(1, 28)}日")
