"""A unit's final account as a web page with the tables of a province that prints yuan."""

from __future__ import annotations

from samples.independent.amounts import D, group, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

_TREE = (
    ("205", "教育支出", None), ("20502", "普通教育", None), ("2050204", "高中教育", (D("31862455.20"), D("4286300.00"))),
    ("20509", "教育费附加安排的支出", None), ("2050999", "其他教育费附加安排的支出", (D("0.00"), D("1520000.00"))),
    ("208", "社会保障和就业支出", None), ("20805", "行政事业单位养老支出", None),
    ("2080505", "机关事业单位基本养老保险缴费支出", (D("3486120.64"), D("0.00"))),
    ("2080506", "机关事业单位职业年金缴费支出", (D("1743060.32"), D("0.00"))),
    ("210", "卫生健康支出", None), ("21011", "行政事业单位医疗", None), ("2101102", "事业单位医疗", (D("1852001.55"), D("0.00"))),
    ("221", "住房保障支出", None), ("22102", "住房改革支出", None), ("2210201", "住房公积金", (D("2614590.48"), D("0.00"))),
)  # fmt: skip


def _of(code: str, column: int) -> D:
    return sum((values[column] for other, _, values in _TREE if values and other.startswith(code)), D(0))


def draft() -> Draft:
    d = Draft(4, "青禾市第二高级中学2023年单位决算", "html")
    basic, project = _of("", 0), _of("", 1)
    total = basic + project
    d.h(1, m("title", "青禾市第二高级中学2023年度单位决算公开"))
    d.h(2, "第一部分 单位概况")
    d.p(
        f"青禾市第二高级中学为青禾市教育局所属公益二类事业单位，{m('unitword', '本单位')}内设教务处、学生处、总务处、教科研处、办公室{m('offices', '五')}个处室，"
        f"现有教学班{m('classes', '54')}个，在校学生{m('pupils', '2646')}人，平均班额{m('size', '49')}人。编制{m('est', '232')}名，在职教职工{m('head', '226')}人，"
        "退休教师104人不占编制。"
    )
    d.h(2, "第二部分 2023年度单位决算表")
    d.p("支出决算表", "单位：元")
    rows = [["科目编码", "科目名称", "本年支出", "<", "<"], ["^", "^", "合计", "基本支出", "项目支出"]]
    for code, name, _ in _TREE:
        one, two = _of(code, 0), _of(code, 1)
        rows.append(
            [
                code,
                m(f"n{code}", name),
                m(f"t{code}", group(one + two)),
                m(f"b{code}", group(one)),
                m(f"p{code}", group(two)),
            ]
        )
    rows.append(["", "合计", m("tsum", group(total)), m("bsum", group(basic)), m("psum", group(project))])
    d.t(rows, head=2)
    d.p("财政拨款“三公”经费支出决算表", "单位：元")
    d.t(
        [
            ["项目", "全年预算数", "决算数"],
            ["因公出国（境）费", "0.00", "0.00"],
            ["公务用车运行维护费", m("cb", "48,000.00"), m("cf", "45,260.80")],
            ["公务接待费", m("gb", "15,000.00"), m("gf", "8,316.00")],
            ["合计", m("xb", "63,000.00"), m("xf", "53,576.80")],
        ]
    )
    d.h(2, "第三部分 2023年度单位决算情况说明")
    wan = total / 10_000
    last = D("4412.36")
    d.p(
        f"一、2023年度支出合计{m('wt', money(wan))}万元，较2022年度决算{m('wl', money(last))}万元增加{m('wd', money(wan - last))}万元，"
        f"增长{m('wg', percent(wan - last, last))}，主要原因是{m('why', '教师正常晋级和校舍维修')}。"
    )
    d.p(
        f"二、支出结构：基本支出{m('wb', money(basic / 10_000))}万元，占{m('sb', percent(basic, total))}；项目支出{m('wp', money(project / 10_000))}万元，"
        f"占{m('sp', percent(project, total))}。教育支出{m('we', money((_of('205', 0) + _of('205', 1)) / 10_000))}万元，占本年支出的"
        f"{m('se', percent(_of('205', 0) + _of('205', 1), total))}。"
    )
    d.p(
        f"三、“三公”经费决算{m('w3', '5.36')}万元，完成预算{m('w3b', '6.30')}万元的{m('r3', percent(D('53576.80'), 63000))}，较上年{m('w3word', '减少')}0.42万元，"
        f"{m('w3why', '主要是压减接待批次')}。"
    )
    d.p(
        f"四、政府采购支出{m('buy', '318.64')}万元，其中货物{m('buy1', '126.40')}万元、工程{m('buy2', '98.24')}万元、服务{m('buy3', '94.00')}万元，"
        f"授予中小企业合同金额{m('sme', '286.78')}万元，占政府采购支出的{m('smer', percent(D('286.78'), D('318.64')))}。"
    )
    d.p(
        f"五、绩效情况：学业水平考试合格率{m('ex', '98.6%')}，较上年97.9%提高{m('exd', '0.7')}个百分点；资助困难学生{m('aid', '312')}人，"
        f"占在校学生的{m('aidr', percent(312, 2646))}。{m('note', '详细自评结果见附件')}。"
    )
    d.p(
        "六、机构和人员变化：2023年新聘教师14人，退休9人，调出3人，年末在职人数比上年末的224人净增2人。专任教师中高级职称78人、中级92人、初级及以下41人，专任教师共211人。",
        "七、资产情况：年末固定资产原值9860.42万元，比年初增加312.18万元；其中房屋7214.00万元，设备1986.42万元，图书及其他660.00万元。馆藏图书13.23万册，生均50册。",
    )
    _faults(d)
    return d


def _faults(d: Draft) -> None:
    d.ok("sum", "a+b=c", "t2080505", "t2080506", "t20805")
    d.ok("sum", "a+b=c", "b2050204", "p2050204", "t2050204")
    d.ok("sum", "a+b=c", "cf", "gf", "xf")
    d.ok("sum", "a+b+c=d", "buy1", "buy2", "buy3", "buy")
    d.ok("share", "a/b*100=c", "sme", "buy", "smer")
    d.ok("share", "a/b*100=c", "wp", "wt", "sp")
    d.ok("share", "a/b*100=c", "aid", "pupils", "aidr")
    d.wrong("sum", "t20502", "36,184,755.20", "t2050204", note="款36,148,755.20，只有一项")
    d.wrong(
        "sum", "bsum", "41,585,228.19", "b205", "b208", "b210", "b221", formula="a+b+c+d=e", note="应为41,558,228.19"
    )
    d.wrong("structure", "n210", "医疗卫生与计划生育支出", "t210", note="210类旧名称")
    d.wrong("structure", "unitword", "本部门", note="单位决算称本部门")
    d.wrong("share", "se", "97.55%", "we", "wt", formula="a/b*100=c", note="应为79.55%")
    d.wrong("unit", "w3", "53576.80", "xf", note="元数写在万元里")
    d.wrong("growth", "wg", "17.32%", "wd", "wl", formula="a/b*100=c", note="应为7.33%")
    d.wrong("difference", "exd", "0.9", "ex", note="98.6%-97.9%=0.7个百分点")
    d.wrong("count", "offices", "六", note="只列了五个处室")
    d.lacking("structure", "title", note="决算公开没有名词解释部分")
