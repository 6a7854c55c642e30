"""Words set twice: 部门部门, 加加, 2021年年, 效果得，得. What Chinese doubles by right is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import MARKER, Line
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_doubled_words"]

_HAN = r"[\u4e00-\u9fff]"
_FILE = re.compile(r"\.(?:xlsx?|docx?|pdf|rar|zip|et|wps|ofd)")
_WORD_TWICE = re.compile(rf"({_HAN}{{2,8}})\1")
# Words that join or govern others and can never follow themselves.
_FUNCTION = frozenset(
    """
    进行 通过 根据 按照 依据 对于 关于 以及 并且 或者 由于 因此 因为 主要 我们
    我办 我局 其中 为了 已经 可以 应当 应该 能够 同时 目前 完成 实现 开展 加强
    提高 提升 推进 促进 落实 确保 保障 达到 增加 减少 下降 增长 组织 制定 建立
    健全 严格 积极 认真 全面 有效 进一步 较上年 比上年 与上年 其他 没有 存在 包括
    属于 用于 以上 以下 合计 共计 总计 年度 本年 上年 万元 亿元 情况 问题 圆满
    后期 前期 年初 年末 年底 当年 近年 长期 短期 目前 基本 以外 日常 以内 之外 之后
    之前 切实 不断 所有 全部 部分 方面 有关 相关 具体 实际 要求 规定
    各级 各类 各项 各个 各部门 采取 采用 积极 逐步 及时 严格 按时 按期 如期 认真
    符合 涉及 导致 造成 尚未 未能 仍然 仍需 需要 必须 继续 持续 陆续 分别 均为
    累计 预计 约为 高于 低于 超过 少于 多于 不足 按照 围绕 针对 结合 依托 督促
    认为 发现 显示 表明 指出 看到 反映 决定 同意 经过 随着 还是 或者 因而 此外 另外 依次 先后 大约 左右 只有 具有
    配合 参与 获得 取得 形成 发挥 强化 优化 深化 细化 完善 明确
    配套 负责 承担 履行 下达 拨付 用于 位于 属于 截至 截止 期间 以来 之间
    """.split()  # noqa: SIM905
)
# Verbs that are nouns too, and may then stand twice (预算执行|执行率); behind an adverb they are verbs.
_VERBAL = frozenset("研究 执行 支付 规范 指导 安排 统筹 协调 管理 监督 检查 整改 调整 控制 核对".split())  # noqa: SIM905
# What is done with something and is then spoken of as work: 绩效管理|工作; nobody does 管理工作 to it once more.
_DONE = frozenset("管理 评价 监督 考核 审计 监控 监测 自评 检查 核查 调查 培训 建设 核算 整改 宣传 督导".split())  # noqa: SIM905
_GOVERNED = re.compile(
    rf"(?:开展|加强|做好|推进|推动|组织|参加|抓好|落实|强化|承担|负责|完成|实施|部署|协助|配合)了?{_HAN}{{2,8}}$"
)
_AS_WORK = re.compile(r"(?:业务|工作|活动|任务)?(?:培训|工作|活动|任务|业务)(?=$|[，。；、（）\d了会班和及])")
_TALKED_OVER = re.compile(r"(?:一起|一同|共同|大家|再|先|来|好好|可以|还要|需要)$")
_ADVERB = re.compile(r"(?:严格|认真|切实|全面|及时|积极|进一步|加快|已经?|尚未|按(?:规定|要求|时|期))$")
_VERB_NEXT = re.compile("认真|全面|照|进行|其|该|本|各|所有|上述|项目|资金|单位|部门")
# A noun may end one compound and begin the next: 项目支出|支出进度, 各部门|部门预算, 政府采购|采购金额.
_ENDS_COMPOUND = {
    "部门": r"(?:各|主管|有关|相关|级|预算|业务|职能|政府|所有|每个|牵头|责任|行政|监管|成员|下属|个"
    r"|管理|使用|实施|税务|财政)$",
    "单位": r"(?:各|预算|下属|所属|事业|行政|企业|级|有关|相关|个|主管|成员|基层|直属|责任|施工|实施|使用)$",
}
_BEGINS_COMPOUND = re.compile(
    r"(?:决算|预算|进度|总额|合计|功能|经济|结构|责任|办法|制度|规定|体系|指标|报告|人员|经费|单位|部门|中心|平台|机制|方案|计划|目标|质量|对象|总表|"
    r"情况|金额|方式|范围|名称|数据|系统|资金|标准|水平|能力|流程|效果|类|表|数|率|费|额|办|组|员)"
)
_HEADS = frozenset(
    """
    支出 收入 管理 工作 经费 资金 人员 服务 评价 信息 财务 项目 绩效 预算 决算
    建设 教育 技术 生产 资产 税收 财政 审计 培训 医疗 保险 住房 公开 指标 目标
    监督 政务 业务 活动 宣传 基金 专项 科技 文化 调查 机构 会议 企业 公司 设备
    债务 安全 环境
    """.split()  # noqa: SIM905
)
# In titles these never end one compound and begin the next; 预算 does before what is done with a budget.
_IN_TITLES = re.compile(r"(?:绩效|目标|自评|决算|评价|公开|(?:项目)?支出)$")
_BUDGETED = re.compile(r"执行|编制|绩效|管理|安排|调整|单位|支出|收入|收支|资金|项目|明细|批复|科目|指标")
_OF_ITS_OWN = re.compile(r"指标|标准|值|机构|对象|结果|内容|组")
_SPENT = re.compile(r"绩效|自评|评价")
_TITLE = re.compile(r"[^，。；]{4,60}(?:表|报告|说明|总结|公开)(?:[（(][^（）()]{1,12}[)）])?$")
_CITED = re.compile(r"《([^《》]{4,60})》")
_BEGINS = re.compile(r"(?:[的了和与及或为对将被把以按从在由]|用于|关于|对于|[，。；：、（])$")
"""Behind these a word begins, so that the first of two alike ends no compound."""
_NO_COMPOUND = re.compile(r"(?:^|[\d.．、)）]|[一二三首再]次|严肃|采购|购置|储备|抓好|做好|加大|强调)$")
"""Nor does it here: the first of the two would have to be the object that the second begins."""
_NAMED = re.compile(r"[上下中东西南北大小]|.[镇乡村区县市]$")
_BODY = re.compile(r"[局委办室会处科站心司校院所厅馆队组部镇乡村区县市]$")
"""A body's name ends one name and begins the next: 区委办公室|办公室主任."""
_LONG, _LONGER = 3, 5  # characters that no two words have in common by chance, and that none have
_LINE = 120
_STOP = re.compile(r"[，。；、：）]")
"""What the second of two like words stands before when it begins no compound."""
_BY_RIGHT = re.compile(
    r"^(?:一.|.每|每.|高度|加油|欢迎|学习|各自|某某|很多|非常|许多|考虑|考察|琢磨|参考|打听|休息|放松|感受|体验|了解|帮助|指点|点滴|讨论|交流|商量|沟通|年年|天天|日日|处处|人人|.们)$"
)
_SINGLE = (
    # what is doubled, what may stand before it by right, what may stand after it by right
    ("的", "标有", "确士"),
    ("及", "以涉普触危顾兼波遍未累论埃", "时其早格"),
    ("了", "为除完未不终明知", "解结断却然"),
    ("加", "增参追附更愈强外添叠累", "班减快强大上入剧固密工息以"),
    ("与", "参给授赋", "会其时众"),
    ("将", "即必", "来近要军士"),
    ("被", "", "动子"),
    ("由", "理自缘事来因", "于此来"),
    ("按", "", "照时期"),
    ("对", "核比校应针面绝相反派配", "口照象策等比应外方标接立联抗手内账"),
    ("占", "侵强抢独霸", "比用有领地"),
    ("于", "", "是"),
    ("和", "总", "谐平睦解好"),
    ("在", "存现所正内潜实", "于职校建场线岗编册此"),
    ("经", "财曾已神历东西正一未", "济常费营过历手贸验办由纪理"),
    ("是", "但于就凡还都也只总又便可若而或不即正", "否非"),
    ("为", "作成分认行人因较更颇极最以", "了此主期何止民"),
    ("其", "尤极与何莫", ""),
    ("都", "首成古大京", "市城会江安匀柳督"),
    ("也", "", ""),
    ("就", "成造高将", "业地近读医诊餐座职"),
    ("又", "", ""),
    ("把", "", "关握手戏"),
    ("以", "可所予加难足", "及上下来内外后前免致便"),
)
_SINGLES = re.compile(
    "|".join(
        f"(?<!(?<!项)目)(?<![{before}{word}]){word}{word}(?![{after}{word}])"
        if before
        else f"{word}{word}(?![{after}{word}])"
        for word, before, after in _SINGLE
    )
)
_PAIR = re.compile("([" + "".join(word for word, _, _ in _SINGLE) + r"])\1")
"""Finds in a fraction of the time where it is worth to look around."""
_AFTER_FIGURE = re.compile(
    r"(?<=\d)\s*(?:年\s?年(?![底末初度均终中内报轻会])|万万元|元元(?!素)|亿亿元|%\s?%|％％|个百分点个百分点|人人(?![均才员次民])|万元元)"
)
_OVER_COMMA = re.compile(
    r"(?<![不取获值所觉应只须])得，得(?=\s*\d)|(?<![不取获值所觉应只须目])(得|的|和|及|与|将|把)，\1(?![到出以知益失确])"
)


_SURE = re.compile(
    r"(?:原因|主要|数|额|别|共计|合计)(?:是是|为为)(?![否非不了此])|(?:为为|是是|于于|达达|共共|占占)(?=\s?\d)"
    r"|(?:^|[，,。；;、：:的])经经(?![济常费过历营])"
)
"""Doubled characters that no word begins or ends with there."""
_ANNOUNCES = re.compile(
    r"主要是|主要为|主要(?:原因|用于|包括|由于)|(?:主要)?原因(?:是|为|在于)|的?主要原因|决算数|预算数|与上年|比上年|较上年|同比|其中"
)


def find_doubled_words(context: Context, lines: Iterable[Line]) -> Iterator[Relation]:
    """Doubled words and characters, line by line."""
    for line in lines:
        for match in chain(_WORD_TWICE.finditer(line.text), _singles(line.text), _OVER_COMMA.finditer(line.text)):
            if _FILE.match(line.text, match.end()):
                continue  # a page's link: its words and the name of the file
            verdict: Verdict | None = "error" if _in_title(line.text, match) else _verdict(line.text, match)
            if verdict is not None:
                yield _doubled(context, _span(line, match), line.text, match, verdict)
        for match in _AFTER_FIGURE.finditer(line.text):
            certain = "元" in match.group() or "%" in match.group() or "％" in match.group()
            yield _doubled(context, _span(line, match), line.text, match, "error" if certain else "suspicious")
    yield from _over_the_edge(context)


def _over_the_edge(context: Context) -> Iterator[Relation]:
    """绩效管理 at the end of a line and 管理业务培训 at the beginning of the next, where a page's edge broke it; what a
    heading ends in may begin its paragraph."""
    flow, text = flowing(context), context.document.text
    for match in _WORD_TWICE.finditer(flow.text):
        start, end = flow.of(match)
        broken = text.find("\n", start, end)
        if broken < 0:
            continue
        before = text[text.rfind("\n", 0, broken) + 1 : broken].strip()
        heading = MARKER.match(before) is not None and not re.search("[，。；]", before)
        heading = (
            heading or flow.text[match.end() : match.end() + 1] in "：12一"
        )  # the head of a cell, and its first line
        behind = text[broken + 1 : broken + 1 + _LINE].split("\n")[0]
        heading = heading or not re.search("[，。；、]", behind)  # the heads of a table's columns
        if not heading and _verdict(flow.text, match) == "error":
            yield _doubled(context, (start, end), flow.text, match, "error")


def _singles(text: str) -> Iterator[re.Match[str]]:
    for pair in _PAIR.finditer(text):
        match = _SINGLES.match(text, pair.start())
        if match is not None:
            yield match


def _in_title(text: str, match: re.Match[str]) -> bool:
    """绩效绩效自评表, 部门决算决算公开表: in a title, alone on its line or cited, where no compound ends there."""
    word = match.group(1) if match.re is _WORD_TWICE else ""
    titled = _TITLE.fullmatch(text) or any(
        one.start() < match.start() and match.end() < one.end() for one in _CITED.finditer(text)
    )
    if not word or not titled:
        return False
    if word == "预算":
        return _BUDGETED.match(text, match.end()) is None
    if word.endswith("支出"):
        return _SPENT.match(text, match.end()) is not None
    return _IN_TITLES.fullmatch(word) is not None and _OF_ITS_OWN.match(text, match.end()) is None


def _verdict(text: str, match: re.Match[str]) -> Verdict | None:
    word = match.group(1) if match.re is _WORD_TWICE else ""
    if not word:
        verb_next = match.group() == "对对" and _VERB_NEXT.match(text, match.end()) is not None
        sure = match.group() == "的的" or verb_next or _SURE.search(text, max(0, match.start() - 4), match.end() + 4)
        return "error" if sure else "suspicious"
    if len(set(word)) == 1 or _BY_RIGHT.match(word) or re.match(r"[一二三四五六七八九十百千万零〇]+$", word):
        return None
    if word in _FUNCTION or _ANNOUNCES.search(word):
        return "error"
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 8]
    if re.search(r"\d\s?$", before) and re.match(r"\s?\d", after):
        return None  # 6 某中心某中心 607.77: the cells of a row that lost its table
    if word == "研究" and _TALKED_OVER.search(before):
        return None
    if word in _DONE and _GOVERNED.search(before) and _AS_WORK.match(after):
        return "error"
    if word in _VERBAL and (_ADVERB.search(before) or re.match(r"的|[，。；、）]", after)):
        return "error"
    if (ends := _ENDS_COMPOUND.get(word)) is not None:
        return None if re.search(ends, before[-4:]) else "error"
    return _as_noun(word, before, after)


def _as_noun(word: str, before: str, after: str) -> Verdict | None:
    """服务服务对象 has its right, 的资金资金 has none."""
    joined = re.search(rf"{_HAN}$", before) is not None and _BEGINS_COMPOUND.match(after) is not None
    if word in _HEADS and joined:
        return None
    governs = word in _HEADS and _BEGINS_COMPOUND.match(after) is not None  # 服务|服务对象
    begins = _BEGINS.search(before) is not None and not _NAMED.match(word)
    if (begins or _NO_COMPOUND.search(before)) and not governs:
        return "error"
    stands_alone = re.search(rf"{_HAN}$", before) is not None and _STOP.match(after) is not None
    if len(word) >= _LONG and MARKER.fullmatch(before.strip()):
        return "suspicious"  # a heading that runs on into its paragraph
    apart = re.match(rf"{_HAN}", after) is None or re.match("[的及和与为是由]", after) is not None
    long = len(word) >= _LONG and apart and not _BODY.search(word)
    ends = apart and word not in _HEADS | _VERBAL | _DONE  # 佐证佐证的: nothing that the second could begin
    return "error" if len(word) >= _LONGER or long or stands_alone or ends else "suspicious"


def _span(line: Line, match: re.Match[str]) -> Span:
    return line.start + match.start(), line.start + match.end()


def _doubled(context: Context, span: Span, text: str, match: re.Match[str], verdict: Verdict) -> Relation:
    """*match* of *text*, which stands at *span* of the document."""
    found = match.group().strip()
    around = text[max(0, match.start() - 6) : match.end() + 6]
    sure = "应只写一次，请删去多出的字。" if verdict == "error" else "请核对是否多写了一次。"
    return slip(
        context,
        [span],
        verdict,
        f"“{around}”中“{found}”重复，{sure}",
        rule="词语不应重复",
        expected=found[: len(found) // 2],
    )
