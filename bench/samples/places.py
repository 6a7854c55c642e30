"""Fictional places and departments, and what they spend money on."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final

__all__ = ["FUNCTIONS", "ITEMS", "REASONS_DOWN", "REASONS_UP", "Place", "place"]

_REGIONS: Final = (
    "临澜市", "望溪县", "栖梧区", "朔湾市", "禾岭县", "汀湖区", "雁渡市", "柏沄县", "青枫区",
    "澹州市", "鹭屿县", "砚山湖区",
)  # fmt: skip
_DEPARTMENTS: Final = (
    ("水务局", "河道巡查"), ("档案馆", "档案数字化"), ("文物保护中心", "遗址看护"), ("林业局", "苗木抚育"),
    ("农业技术推广站", "良种示范"), ("地方志办公室", "年鉴编纂"), ("残疾人联合会", "康复服务"),
    ("科学技术协会", "科普巡讲"), ("市场监督管理局", "食品抽检"), ("供销合作社联合社", "农资储备"),
    ("气象局", "雨情监测"), ("老干部活动中心", "文体活动"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Whose report it is, and for which year."""

    region: str
    body: str
    task: str
    year: int

    @property
    def organisation(self) -> str:
        return self.region + self.body


def place(rng: random.Random) -> Place:
    body, task = rng.choice(_DEPARTMENTS)
    return Place(rng.choice(_REGIONS), body, task, rng.randint(2020, 2025))


FUNCTIONS: Final = (
    ("201", "一般公共服务支出"), ("205", "教育支出"), ("206", "科学技术支出"), ("207", "文化旅游体育与传媒支出"),
    ("208", "社会保障和就业支出"), ("210", "卫生健康支出"), ("213", "农林水支出"), ("221", "住房保障支出"),
)  # fmt: skip
# 款 of the classes above, by their code and name from 2020 on.
ITEMS: Final = {
    "201": (("20103", "政府办公厅（室）及相关机构事务"), ("20106", "财政事务"), ("20129", "群众团体事务")),
    "205": (("20502", "普通教育"), ("20503", "职业教育"), ("20508", "进修及培训")),
    "206": (("20601", "科学技术管理事务"), ("20604", "技术研究与开发"), ("20607", "科学技术普及")),
    "207": (("20701", "文化和旅游"), ("20702", "文物"), ("20703", "体育")),
    "208": (("20801", "人力资源和社会保障管理事务"), ("20805", "行政事业单位养老支出"), ("20808", "抚恤")),
    "210": (("21001", "卫生健康管理事务"), ("21004", "公共卫生"), ("21011", "行政事业单位医疗")),
    "213": (("21301", "农业农村"), ("21302", "林业和草原"), ("21303", "水利")),
    "221": (("22101", "保障性安居工程支出"), ("22102", "住房改革支出"), ("22103", "城乡社区住宅")),
}
REASONS_UP: Final = (
    "新招录人员到岗",
    "上级追加了专项任务",
    "设备到期集中更新",
    "社保缴费基数上调",
    "新增一处办公场所的运维",
)
REASONS_DOWN: Final = (
    "部分项目上年已完工",
    "压减一般性支出",
    "人员退休后未补充",
    "会议改为线上召开",
    "一次性购置上年已完成",
)
