"""A self-evaluation as plain text, tables in markdown: a port district, lists with dashes."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(27, "滨港区生态环境局整体自评", "txt")
    d.separator = " | "
    d.p("# 滨港区生态环境局2021年度部门整体支出绩效自评", "")
    d.p(
        "## （一）概况",
        f"本部门含机关和{m('subs', '2')}个直属单位（环境监测站、环境执法大队），编制{m('est', '74')}个，在编{m('head', '71')}人，编外聘用16人，退休33人。"
        "机关设大气科、水生态科、土壤科、法规科、综合科，全部经费由区财政保障。部门职责是统一监督管理生态环境，组织污染防治攻坚，承担环境应急和信访处理。",
        "",
    )
    d.p(
        "## （二）资金",
        f"全年预算{m('b', '2640.00')}万元，调增{m('adj', '185.00')}万元后为{m('b2', '2825.00')}万元，实际支出{m('u', '2754.38')}万元。"
        f"预算完成率{m('rb', percent(D('2754.38'), D(2825)))}，预算调整率{m('ra', percent(185, 2640))}。支出用途为人员{m('u1', '1284.60')}万元、公用{m('u2', '196.42')}万元、项目{m('u3', '1273.36')}万元。",
        "",
    )
    projects = [
        ("空气微站运维", D("420.00"), D("411.60")),
        ("黑臭水体整治", D("560.00"), D("532.00")),
        ("土壤详查", D("180.00"), D("169.76")),
        ("执法装备", D("160.00"), D("160.00")),
    ]
    rows = [["项目", "安排（万元）", "支出（万元）", "进度"]]
    rows += [
        [name, m(f"a{i}", money(a)), m(f"s{i}", money(s)), m(f"q{i}", percent(s, a))]
        for i, (name, a, s) in enumerate(projects)
    ]
    rows.append(["小计", m("asum", "1320.00"), m("ssum", "1273.36"), m("qsum", percent(D("1273.36"), 1320))])
    d.t(rows)
    d.p("", "## （三）履职完成情况")
    d.p(
        f"- 空气优良天数{m('good', '318')}天，优良率{m('rgood', percent(318, 365))}，目标为85%，比上年的306天多{m('moreday', '12')}天。PM2.5年均浓度由{m('pm0', '35')}微克降至{m('pm1', '28')}微克每立方米，"
        f"降幅{m('pmr', percent(7, 35, 0))}。",
        f"- 国考断面{m('sec', '6')}个，达到Ⅲ类及以上{m('sec3', '5')}个，达标比例{m('rsec', percent(5, 6))}，目标为{m('goalsec', '80%')}。黑臭水体计划消除{m('pb', '8')}处，消除{m('db', '8')}处。",
        f"- 检查企业{m('ent', '1460')}家次，立案{m('case', '73')}件，立案比例{m('rcase', percent(73, 1460, 0))}；收到信访{m('let', '584')}件，按时答复{m('ans', '581')}件，答复率{m('rans', percent(581, 584))}。",
        f"- 危废规范化考核抽查{m('haz', '60')}家，合格{m('hazok', '57')}家，合格率{m('rhaz', percent(57, 60, 0))}。",
        "",
    )
    d.p("## （四）得分")
    parts = [
        ("预算配置", "10", "9.5"),
        ("预算管理", "30", "28.2"),
        ("履职产出", "35", "34"),
        ("履职效果", "25", "23.8"),
    ]
    d.t(
        [
            ["内容", "满分", "自评"],
            *[[name, full, m(f"g{i}", got)] for i, (name, full, got) in enumerate(parts)],
            ["总分", "100", m("score", "95.5")],
        ]
    )
    d.p(
        "",
        f"自评{m('score2', '95.5')}分，对照“90分及以上为优秀、75分至90分为良好、60分至75分为合格、60分以下为不合格”，等次{m('grade', '优秀')}。",
        "",
    )
    d.p(
        "## （五）不足与改进",
        f"1. 土壤详查采样受征地影响，支出进度{m('slow', '94.31%')}，为四个项目最低。",
        f"{m('i2', '2.')} 信访有3件超期答复，原因是跨区协调时间较长。",
        f"3. 编外人员占用工总量的{m('out', percent(16, 87, 1))}，{m('why', '管理办法尚不健全')}。",
        "",
        f"以上情况经{m('who', '局党组会')}审议通过。",
    )
    d.ok("sum", "a+b=c", "b", "adj", "b2")
    d.ok("rate", "a/b*100=c", "u", "b2", "rb")
    d.ok("sum", "a+b+c+d=e", "a0", "a1", "a2", "a3", "asum")
    d.ok("rate", "a/b*100=c", "s1", "a1", "q1")
    d.ok("rate", "a/b*100=c", "hazok", "haz", "rhaz")
    d.ok("score_sum", "a+b+c+d=e", "g0", "g1", "g2", "g3", "score")
    d.ok("growth", "(a-b)/a*100=c", "pm0", "pm1", "pmr")
    d.wrong("rate", "ra", "6.55%", "adj", "b", formula="a/b*100=c", note="185/2640=7.01%；6.55%是除以调整后预算")
    d.wrong("sum", "u2", "169.42", "u1", "u3", "u", formula="c-a-b=d", note="三项之和应为2754.38")
    d.wrong("rate", "q0", "89.00%", "s0", "a0", formula="a/b*100=c", note="应为98.00%")
    d.wrong("difference", "moreday", "22", "good", note="318-306=12")
    d.wrong("rate", "rans", "98.49%", "ans", "let", formula="a/b*100=c", note="581/584=99.49%")
    d.wrong("grade", "grade", "良好", "score2", note="95.5应为优秀")
    d.wrong("count", "subs", "3", note="括号里只有两个单位")
    d.wrong("structure", "who", "XX会议", note="会议名称未填")
    return d
