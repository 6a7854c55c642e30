"""Which way an indicator's name says that better lies, and whether its rate can pass 100%."""

from __future__ import annotations

import re
from typing import Final, Literal

__all__ = ["Better", "better_way", "changes_either_way", "is_share"]

Better = Literal["higher", "lower", ""]

_HIGHER: Final = re.compile(
    r"满意[度率]|认可度|知晓率|知晓度|完成进度|推进率|(?:完成|达标|合格|及时|准时|覆盖|普及|办结|办复|回复|答复|处理|处置|执行|利用|使用|"
    r"参与|参保|到位|到账|兑现|通过|获奖|优良|优秀|准确|正确|公开|响应|建档|入库|签约|就业|巩固|保有|存活|成活|修复|验收|"
    r"符合|规范|节约|节支|增长|提高|提升|下降|降低|减少|控减|压减|查处|整改|采用|录用|转化|开工|竣工|投运|发放|缴纳|检测|"
    r"抽检|监测|巡查)率|(?:活动|培训|宣传|检查|会议|采用|服务|受益|惠及|举办|完成|发放|新增|组织|开展).{0,6}(?:次数|场次|数量|人数|条数)"
)
_LOWER: Final = re.compile(
    r"(?:差错|错误|投诉|信访|事故|死亡|伤亡|发病|感染|逾期|超期|延误|违规|违纪|违法|返工|返修|故障|失败|流失|缺勤|空置|闲置|"
    r"退回|超支|超编|变动|调整|结转|结余|结转结余|控制|负债|损耗|损失|浪费|漏报|迟报|退货|复发)率|成本|(?:事故|投诉|差错|故障|伤亡|死亡|"
    r"违规|违纪|案件发生)(?:起|次|件|人)?数"
)
_EITHER_WAY: Final = re.compile(r"增长|变动|增幅|增速|降幅|变化|差额|盈余|净")
_MAY_PASS_WHOLE: Final = re.compile(r"控制率|执行率|完成率|增长|变动|增幅|提高|提升|比[例率]?$|成本|产出|投入|收益")
_SHARE: Final = re.compile(r"满意|知晓|覆盖|合格|及时|准确|差错|错误|利用|办结|回复|处理|达标|优良|公开|通过|参与")


def better_way(name: str) -> Better:
    """The direction that *name* tells, by its last telling words (投诉处理率 is a matter of 处理率); "" if none."""
    found = [(match.end(), match.end() - match.start(), "higher") for match in _HIGHER.finditer(name)]
    found += [(match.end(), match.end() - match.start(), "lower") for match in _LOWER.finditer(name)]
    if not found:
        return ""
    return "higher" if max(found)[2] == "higher" else "lower"


def changes_either_way(name: str) -> bool:
    """Whether the figure may be negative, so that ≥0 asks for something."""
    return _EITHER_WAY.search(name) is not None


def is_share(name: str) -> bool:
    """Whether the rate is a share of a whole, which lies between 0 and 100% whatever anyone does."""
    return _SHARE.search(name) is not None and _MAY_PASS_WHOLE.search(name) is None
