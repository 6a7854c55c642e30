"""A department's own goals in words: its duties, what was promised, what was attained."""

from __future__ import annotations

from hengji.facts.narrative import Passage
from hengji.facts.scorecard import NodeScore
from hengji.reports.narrative.drafting.leaves import Concern, ask, concern_of, is_goal, name_of
from hengji.reports.narrative.subject import Subject

__all__ = ["attainment_lines", "duty_lines", "goal_passages"]


def duty_lines(subject: Subject) -> list[str]:
    """The duties that the goal table names, each with its key works; empty where it names none."""
    works: dict[str, dict[str, None]] = {}
    for goal in subject.evaluation.goals:
        if goal.duty:
            named = works.setdefault(goal.duty, {})
            if goal.key_work:
                named[goal.key_work] = None
    lines = []
    for number, (duty, listed) in enumerate(works.items(), start=1):
        keys = f"重点工作：{'、'.join(listed)}。" if listed else ""
        lines.append(f"{number}.{duty.rstrip('。')}。{keys}")
    return lines


def attainment_lines(subject: Subject) -> list[str]:
    """How many goals there are and how many were attained, then the table."""
    goals = [leaf for leaf in subject.card.leaves if is_goal(leaf)]
    if not goals:
        return [ask("年度绩效目标及其实现情况")]
    if not any(leaf.actual for leaf in goals):
        return [
            "{单位}{年度}年度设绩效目标{个数:目标}，见下表。" + ask("各项目标的完成值，填入评价数据后重新写出本报告"),
            "{表:目标}",
        ]
    said = "{单位}{年度}年度设绩效目标{个数:目标}，其中：已实现{个数:已实现目标}，没有实现{个数:未实现目标}"
    open_ones = any(leaf.attained is None for leaf in goals)
    return [f"{said}，待评判{{个数:待评判目标}}。" if open_ones else f"{said}。", "{表:目标}"]


def goal_passages(key: str, concern: Concern, subject: Subject) -> tuple[Passage, ...]:
    """A passage per group of goals that concern the chapter *key*: which were attained and which were not.

    None before any goal has its actual.
    """
    if not any(leaf.actual for leaf in subject.card.leaves):
        return ()
    groups: dict[tuple[str, ...], list[NodeScore]] = {}
    for leaf in subject.card.leaves:
        if is_goal(leaf) and concern_of(leaf) == concern:
            groups.setdefault(leaf.path[:-1], []).append(leaf)
    return tuple(
        Passage(f"{key}.{'/'.join(path)}", _group_text(path, leaves, subject), title=path[-1])
        for path, leaves in groups.items()
    )


def _group_text(path: tuple[str, ...], leaves: list[NodeScore], subject: Subject) -> str:
    scope = _scope(path, subject)
    if not any(leaf.actual for leaf in leaves):
        return f"本类设目标{{个数:目标@{scope}}}。{ask('各项目标的完成情况')}"
    done = "；".join(_said(leaf, subject) for leaf in leaves if leaf.attained)
    missed = "；".join(_said(leaf, subject) for leaf in leaves if leaf.attained is False)
    waiting = "；".join(_said(leaf, subject) for leaf in leaves if leaf.attained is None)
    said = f"本类设目标{{个数:目标@{scope}}}。"
    if done:
        said += f"已实现{{个数:已实现目标@{scope}}}：{done}。"
    if missed:
        said += f"没有实现{{个数:未实现目标@{scope}}}：{missed}。"
    if waiting:
        said += f"待评判{{个数:待评判目标@{scope}}}：{waiting}。{ask('待评判目标是否实现')}"
    return said


def _scope(path: tuple[str, ...], subject: Subject) -> str:
    node = subject.card.node(path)
    return name_of(node, subject) if node is not None else "/".join(path)


def _said(leaf: NodeScore, subject: Subject) -> str:
    name = name_of(leaf, subject)
    if not leaf.target:
        return f"{leaf.name}（没有设指标值，完成值{{完成值:{name}}}）"
    if not leaf.actual:
        return f"{leaf.name}（指标值{{目标:{name}}}，没有完成值）"
    return f"{leaf.name}（指标值{{目标:{name}}}，完成值{{完成值:{name}}}）"
