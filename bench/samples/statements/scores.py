"""Score trees: points, scores, rates, grades, printed rules."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from samples.arithmetic import half_up
from samples.composing import Mark
from samples.writer import Cell, Writer

__all__ = [
    "Branch",
    "Leaf",
    "Tree",
    "converted_score",
    "draw_tree",
    "grade_of",
    "say_bands",
    "say_branch",
    "say_total",
    "summary_table",
]

_BRANCHES = (
    ("预算编制", ("编制合理性", "编制规范性", "目标完整性")),
    ("预算执行", ("支付进度", "支出完成率", "采购执行率", "资金合规性")),
    ("预算管理", ("制度健全性", "资产管理", "信息公开")),
    ("产出指标", ("产出数量", "产出质量", "产出时效")),
    ("效益指标", ("社会效益", "可持续影响", "服务对象满意度")),
)
_GRADES = (
    (("优", 90), ("良", 80), ("中", 60), ("差", 0)),
    (("优", 90), ("良", 80), ("中", 70), ("低", 60), ("差", 0)),
)


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    points: int
    score: Fraction


@dataclass(frozen=True, slots=True)
class Branch:
    name: str
    leaves: tuple[Leaf, ...]

    @property
    def points(self) -> int:
        return sum(leaf.points for leaf in self.leaves)

    @property
    def score(self) -> Fraction:
        return sum((leaf.score for leaf in self.leaves), Fraction(0))


@dataclass(frozen=True, slots=True)
class Tree:
    """Branches whose points sum to 100, and the grade bands of the place."""

    branches: tuple[Branch, ...]
    bands: tuple[tuple[str, int], ...]

    @property
    def score(self) -> Fraction:
        return sum((branch.score for branch in self.branches), Fraction(0))


def draw_tree(w: Writer) -> Tree:
    """A scored tree of four or five branches; some documents lose little, some half."""
    chosen = [_BRANCHES[index] for index in sorted(w.rng.sample(range(5), w.rng.choice([4, 5])))]
    sizes = {4: [20, 30, 20, 30], 5: [15, 25, 15, 25, 20]}[len(chosen)]
    worst = w.rng.choice([10, 10, 30, 50, 80])
    branches = []
    for (name, leaves), size in zip(chosen, sizes, strict=True):
        cuts = sorted(w.rng.sample(range(2, size - 1, 2), len(leaves) - 1))
        points = [end - start for start, end in zip([0, *cuts], [*cuts, size], strict=True)]
        scored = [Leaf(leaf, point, _drawn_score(w, point, worst)) for leaf, point in zip(leaves, points, strict=True)]
        branches.append(Branch(name, tuple(scored)))
    return Tree(tuple(branches), w.rng.choice(_GRADES))


def _drawn_score(w: Writer, points: int, worst: int) -> Fraction:
    """What a leaf earns when it may lose up to *worst* percent."""
    if w.rng.random() < 0.4:
        return Fraction(points)
    return half_up(Fraction(points * (100 - w.rng.randint(1, worst)), 100), 2)


def grade_of(tree: Tree) -> str:
    return next(name for name, least in tree.bands if tree.score >= least)


def say_bands(w: Writer, tree: Tree) -> None:
    """The bands of the grades, as the document states them."""
    parts = []
    above = None
    for name, least in tree.bands:
        if above is None:
            parts.append(f"{least}分（含）以上为“{name}”")
        elif least:
            parts.append(f"{least}（含）～{above}分为“{name}”")
        else:
            parts.append(f"{above}分以下为“{name}”")
        above = least
    w.para("评价结果按得分划分等级：", "；".join(parts), "。")


def say_total(w: Writer, tree: Tree, parts: list[Mark] | None = None) -> Mark:
    """The total and its grade; *parts* are the branches' scores that it sums."""
    total = w.score(tree.score)
    grade = w.word(grade_of(tree), "grade")
    if parts:
        w.sum("score_sum", parts, total)
    w.relate("grade", "", total, note="|".join(f"{name}>={least}" for name, least in tree.bands), grade=grade)
    w.para(
        w.one_of(
            f"综合评定，{w.place.year}年度整体支出绩效评价得分{total}，评价等级为“{grade}”。",
            f"经逐项打分汇总，最终得分{total}，绩效等级“{grade}”。",
            f"本次评价总分为{total}，结果为“{grade}”。",
        )
    )
    return total


def say_branch(w: Writer, branch: Branch) -> Mark:
    """A branch with its rate, then its leaves in prose. Returns the mark of the branch's score."""
    points, score = w.count(branch.points, "分"), w.score(branch.score)
    rate = w.rate(branch.score / branch.points, 2)
    w.relate("score_rate", "b/a*100=c", points, score, rate)
    which, earned = w.one_of("该项", "本部分", "此类指标"), w.one_of("评价得分", "得分", "核定得分")
    w.para(f"{which}分值{points}，{earned}{score}，得分率{rate}。")
    scores, worth = [], []
    for leaf in branch.leaves:
        leaf_points, leaf_score, said = _say_leaf(w, leaf)
        scores.append(leaf_score)
        worth.append(leaf_points)
        w.para(said)
    w.sum("score_sum", scores, score)
    w.sum("score_sum", worth, points)
    return score


def _say_leaf(w: Writer, leaf: Leaf) -> tuple[Mark, Mark, str]:
    points, score = w.count(leaf.points, "分"), w.score(leaf.score)
    text = f"{leaf.name}：分值{points}，得{score}"
    lost = leaf.points - leaf.score
    if lost:
        deducted = w.score(lost)
        w.relate("score_rule", "a-b=c", points, deducted, score)
        reason = w.one_of("佐证材料不够完整", "个别事项办理滞后", "制度更新不及时", "填报口径前后不一")
        return points, score, f"{text}。{reason}，扣{deducted}。"
    return points, score, text + w.one_of("，未扣分。", "，按要求完成。", "。")


def converted_score(w: Writer, points: int) -> Fraction:
    """A score carried over from another assessment, with its formula printed."""
    outside = Fraction(w.rng.randint(8200, 9990), 100)
    value = half_up(outside / 100 * points, 2)
    taken, worth, score = w.score(outside), w.count(points, ""), w.score(value)
    again = w.score(outside, "")
    w.relate("repeat", "a=b", taken, again)
    w.relate("score_rule", "a/100*b=c", again, worth, score)
    sign = w.one_of("×", "*")
    w.para(f"外部考核得分{taken}，折算后本项得分＝{again.cell}/100{sign}{worth.cell}＝{score}。")
    return value


def summary_table(w: Writer, tree: Tree) -> list[Mark]:
    """Branches with points, score and rate, and the total above or below. Returns the branches' scores."""
    rows: list[list[Cell]] = [["评价因素", "分值", "评价得分", "得分率"]]
    points, scores = [], []
    for branch in tree.branches:
        point, score = w.count(branch.points, ""), w.score(branch.score, "")
        rate = w.rate(branch.score / branch.points, 2)
        w.relate("score_rate", "b/a*100=c", point, score, rate)
        rows.append([branch.name, point, score, rate])
        points.append(point)
        scores.append(score)
    whole, total, rate = w.count(100, ""), w.score(tree.score, ""), w.rate(tree.score / 100, 2)
    w.sum("score_sum", points, whole)
    w.sum("score_sum", scores, total)
    w.relate("score_rate", "b/a*100=c", whole, total, rate)
    rows.insert(w.rng.choice([1, len(rows)]), ["合计", whole, total, rate])
    w.table(rows)
    return scores
