"""Partitions that the field itself makes complete: when all parts are named, they must add up to the total."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["are_bodies", "is_complete", "is_or_is_not", "is_sorted", "missing_part"]

_GRADE = r"(?:^|[为“])%s(?:秀|好|等)?(?:等级|等次|级|档)?”?的?(?:项目|单位|部门|有|共)*$"
"""A grade as the name of a part: 优, “良”的, 评为中等的项目."""

# 预算法第二十七条、部门决算报表（财决01、03、附03表）的列法；每组依次为各部分的名称。
_PARTITIONS = (
    (r"基本支出", r"项目支出"),
    (r"人员(?:经费|支出)", r"(?:公用|日常)(?:经费|支出)"),
    (r"人员(?:经费|支出)", r"(?:公用|日常)(?:经费|支出)", r"项目(?:经费|支出)"),
    (r"因公出国", r"公务用?车|公车|车辆", r"公务?接待"),
    (r"公务用?车购置(?:及|和|与)运行", r"公务?接待"),  # who sends nobody abroad does not say so everywhere
    (r"货物", r"工程", r"服务"),
    (r"行政编", r"事业编"),
    (r"公务员|行政人员|机关人员|行政", r"事业(?:编|人员|干部)"),
    (r"一季度", r"二季度", r"三季度", r"四季度"),
    (r"上半年", r"下半年"),
    (r"男", r"女"),
    (r"离休", r"退休"),
    (r"在职|在编|在岗", r"离休", r"(?<!离)退休"),
    (r"在职|在编|在岗", r"离退休"),
    (r"高级", r"中级", r"初级及以下"),
    (r"管理", r"专(?:业)?技(?:术)?", r"工勤|后勤"),
    (r"在职|在编|实有", r"退休"),
    (r"年初(?:结转|财政拨款结转)", r"本年收入"),
    (r"财政拨款(?:收入)?", r"其他收入", r"年初结转"),
    (r"办结|结案|已处理|已整改|已完成|已销号", r"正在|在办|未办|未结|尚未|待|未整改|未完成"),
    (r"小（1）型|小（一）型|小一型", r"小（2）型|小（二）型|小二型"),
    (r"满分", r"扣分|失分|未得满分"),
    (r"税收", r"非税"),
    (r"运行(?:维护)?", r"购置"),
    (r"^(?:其中)?本年(?:收入|支出|拨款|安排)?$", r"上年结转|年初结转"),
    (r"行政编", r"工勤"),
    (r"^数量", r"^质量", r"^时效", r"^成本"),
    (r"^(?:项目)?决策", r"^(?:项目)?(?:过程|管理)", r"^(?:项目)?产出", r"^(?:项目)?效[益果]"),
    (r"^产出", r"^效益", r"满意度"),
    (r"^(?:20\d\d年)?1[-—–~至到]+6月", r"^(?:20\d\d年)?7[-—–~至到]+12月"),
    (r"城市|城镇", r"农村|乡村"),
    (r"^C级", r"^D级"),
    (r"春季", r"秋季"),
    (r"城[市镇]社区$", r"(?:村改居|涉农|农村)(?:型)?社区$"),
    (r"一产", r"二产", r"三产"),
    (r"第一产业", r"第二产业", r"第三产业"),
    (r"本年收入", r"使用非财政拨款结余", r"年初结转"),
    (r"本年支出", r"结余分配", r"年末结转"),
    *(
        tuple(_GRADE % grade for grade in grades)
        for grades in (("优", "良", "中"), ("优", "良", "中", "差"), ("优", "良", "合格", "不合格"))
    ),
)
_PARTITIONS_READ = tuple(tuple(map(re.compile, parts)) for parts in _PARTITIONS)
_STATES = tuple(
    tuple(map(re.compile, states))
    for states in (
        (r"优(?!先|化|惠|抚|质|势)", r"良(?!种)", r"中(?:等|级|档)?”?的?$", r"(?<!级)(?<!额)差", r"合格"),
        (
            r"非常满意|很满意",
            r"(?<!不)(?<!较)(?<!本)(?<!常)(?<!很)满意",
            r"(?:比较|较|基本)满意",
            r"一般",
            r"不(?:太)?满意",
            r"不了解|弃权",
        ),
        (r"(?<!不)(?<!未)合格|(?<!不)(?<!未)达标", r"不合格|不达标|未达标"),
        (r"(?:达到|完成|达标|超过|快于|高于|符合)", r"(?:未|没有|低于|慢于|滞后|不符合|不达标|偏慢)"),
        (r"(?<!未)(?:办结|结案|已(?:完成)?整改|已完成|已销号|已答复)", r"正在|在办|未办|未结|待|未整改|未完成|整改中"),
        (
            r"(?<!未)(?:完工|竣工|建成|通车|投用|交付|投入使用)|(?:已|全部)?(?:经)?完成",
            r"在建|正在|续建|推进|进行中|施工中|有序",
            r"未开工|尚未|前期|未启动|未实施|未开展|待启动|暂缓|未完成",
        ),
        (r"(?<!不)(?<!未)(?:一致|相符|属实|到位)", r"不一致|不相?符|不属实|未到位|不到位"),
        (r"(?:及时|按期|按时|如期|准时|提前)", r"(?:不及时|延期|延迟|滞后|逾期|超期|拖延|推迟|晚)"),
        (r"(?<!未)(?:通过|采纳|入选|获批|续签|履约)", r"(?:未通过|没有通过|未采纳|落选|未获批|未续签|违约|退回)"),
        (r"高风险", r"中风险", r"低风险"),
        (r"红灯|红色", r"黄灯|黄色", r"绿灯|绿色", r"蓝灯|蓝色"),
        (r"[一Ⅰ甲A]级?类?(?:的)?$", r"[二Ⅱ乙B]级?类?(?:的)?$", r"[三Ⅲ丙C]级?类?(?:的)?$", r"[四ⅣD]级?类?(?:的)?$"),
    )
)
"""States and grades of which each thing has one."""

_POSTS = re.compile(r"行政|工勤|参公|参照公务员|公益一类|公益二类|全额|差额|自收自支|事业")
_BODY = re.compile(r"(?:机关|本级|单位|高中|[初高中]级中学|中学|小学|[学院]校|幼儿园|医院|卫生院|中心|公司|站|所|局)$")
_KINDS, _MANY = 3, 4
_PAIR = 2


def is_complete(labels: Sequence[str]) -> bool:
    """Whether *labels* are exactly the parts of one known partition."""
    return (
        _of_posts(labels)
        or is_or_is_not(labels)
        or _of_kinds(labels)
        or any(_names_all(parts, labels) for parts in _PARTITIONS_READ)
    )


def _names_all(parts: Sequence[re.Pattern[str]], labels: Sequence[str]) -> bool:
    """Whether every one of *parts* is the name of one label, each of another, and no label is left."""
    if len(labels) != len(parts):
        return False
    named = [[at for at, label in enumerate(labels) if part.search(label)] for part in parts]
    return sorted(named) == [[at] for at in range(len(labels))]


def is_sorted(labels: Sequence[str]) -> bool:
    """Whether *labels* name each another state or grade of one scale, so that nothing is counted twice."""
    if len(labels) < _PAIR or not all(labels) or any(re.search("率|占|比|其中.*其中", label) for label in labels):
        return False
    return any(_each_its_own([_state(label, states) for label in labels]) for states in _STATES)


def is_or_is_not(labels: Sequence[str]) -> bool:
    """完成的 a、未完成的 b: two states of which one is what the other is not, and no third (高于) beside them."""
    pairs = [states for states in _STATES if len(states) == _PAIR == len(labels)]
    if any(re.search("高于|快于|超过|超额", label) for label in labels):
        return False
    return any(_each_its_own([_state(label, states) for label in labels]) for states in pairs)


def are_bodies(labels: Sequence[str]) -> bool:
    """局机关 a、事业单位 b、高中 c、小学 d: kinds of bodies, four and more, of which none is another."""
    return len(labels) >= _MANY and len(set(labels)) == len(labels) and all(_BODY.search(label) for label in labels)


def _state(label: str, states: Sequence[re.Pattern[str]]) -> int:
    """The state that *label* names, the one said of it being what is not (未完成) or the last that fits."""
    return next((at for at in range(len(states) - 1, -1, -1) if states[at].search(label)), -1)


def _each_its_own(found: Sequence[int]) -> bool:
    return -1 not in found and len(set(found)) == len(found)


def _of_posts(labels: Sequence[str]) -> bool:
    """Three and more kinds of 编制, each named once: no kind of post is left."""
    kinds = [_POSTS.search(label) for label in labels]
    named = [kind[0] for kind in kinds if kind]
    return len(labels) >= _KINDS and len(set(named)) == len(labels)


def _of_kinds(labels: Sequence[str]) -> bool:
    """甲类、乙类、丙类, or a last part called 其他: the writer has sorted all of them."""
    if len(labels) < _PAIR or any(not label for label in labels):
        return False
    rest = re.match(r"(?:其他|其余|另外)", labels[-1]) is not None
    if len(labels) < _KINDS:
        return rest
    return rest or all(
        re.search(r"[\u4e00-\u9fff]类(?:别|型|案件|问题|项目|诉求|事项|信访件?)?$", label) for label in labels
    )


def missing_part(labels: Sequence[str]) -> str:
    """The name of the part that a two-part partition lacks; empty where none is known."""
    for first, second in _PARTITIONS[:2]:
        if len(labels) == 1:
            for here, there in ((first, second), (second, first)):
                if re.search(here, labels[0]):
                    return re.sub(r"\(\?:(\w+).*", r"\1", there)
    return ""
