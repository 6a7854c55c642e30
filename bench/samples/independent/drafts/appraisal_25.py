"""An evaluation of a policy as a web page: a subsidy over three years, scores in a table with two header rows."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(25, "锦溪市农村客运补贴政策评价", "html")
    d.h(1, "锦溪市农村客运补贴政策（2020—2022年）绩效评价报告")
    d.p(
        "农村客运补贴政策自2020年起实施，由市交通运输局会同市财政局组织，对通行政村的客运班线按里程和趟次给予运营补贴。评价组采用政策目标对照、"
        "运营数据分析和乘客问卷三种方法，对三年政策期的投入、产出和效果作出评价，供是否延续政策参考。"
    )
    d.h(2, "一、政策投入")
    years = [
        ("2020", D("1240.00"), D("1178.00")),
        ("2021", D("1320.00"), D("1293.60")),
        ("2022", D("1460.00"), D("1416.20")),
    ]
    plan, used = sum((one[1] for one in years), D(0)), sum((one[2] for one in years), D(0))
    d.t(
        [
            ["年度", "预算与支出（万元）", "<", "执行率"],
            ["^", "预算", "支出", "^"],
            *[
                [f"{year}年", m(f"p{i}", money(a)), m(f"u{i}", money(b)), m(f"r{i}", percent(b, a))]
                for i, (year, a, b) in enumerate(years)
            ],
            ["合计", m("psum", money(plan)), m("usum", money(used)), m("rsum", percent(used, plan))],
        ],
        head=2,
    )
    d.p(
        f"三年累计投入{m('all', money(used))}万元。2022年支出比2021年多{m('more', money(D('1416.20') - D('1293.60')))}万元，增幅{m('up', percent(D('122.60'), D('1293.60')))}；"
        f"2021年比2020年多{m('more1', '115.60')}万元，增幅{m('up1', percent(D('115.60'), 1178))}。三年平均每年投入{m('avg', money(used / 3))}万元。"
    )
    d.h(2, "二、政策产出")
    d.p(
        f"到2022年底，全市{m('vill', '386')}个行政村中通客车的有{m('bus', '381')}个，通客车率{m('rbus', percent(381, 386))}，较政策实施前的94.30%"
        f"上升{m('pp', '4.40')}个百分点。运营班线{m('lines', '112')}条，其中公交化改造{m('l1', '47')}条、预约响应{m('l2', '29')}条、传统班线{m('l3', '36')}条。"
        f"投入车辆{m('veh', '268')}辆，新能源车{m('nev', '201')}辆，占{m('rnev', percent(201, 268, 0))}。"
    )
    d.p(
        f"年运送乘客由2020年的{m('q0', '412.50')}万人次增至2022年的{m('q1', '495.00')}万人次，{m('qword', '增长')}{m('qr', percent(D('82.50'), D('412.50'), 0))}；"
        f"平均每万人次补贴由{m('c0', '2.86')}万元变为{m('c1', '2.86')}万元，基本持平。"
    )
    d.h(2, "三、问卷结果")
    d.p(
        f"在客运站和沿线村屯随机访问{m('asked', '640')}人，回答有效{m('valid', '625')}人。对票价表示满意的{m('s1', '530')}人，占{m('rs1', percent(530, 625, 1))}；"
        f"对发车间隔表示满意的{m('s2', '445')}人，占{m('rs2', percent(445, 625, 1))}；对安全表示满意的{m('s3', '600')}人，占{m('rs3', percent(600, 625, 1))}。"
    )
    d.h(2, "四、评分")
    parts = [("政策制定", "20", "17"), ("政策实施", "30", "25.5"), ("政策效果", "50", "43")]
    d.t(
        [
            ["维度", "权重分", "实得分", "得分率"],
            *[
                [name, m(f"f{i}", full), m(f"g{i}", got), m(f"k{i}", percent(D(got), D(full)))]
                for i, (name, full, got) in enumerate(parts)
            ],
            ["总分", "100", m("score", "85.5"), "85.50%"],
        ]
    )
    d.p(
        f"政策评价得分{m('gscore', '85.5')}分，结果为“{m('grade', '良')}”（优：不低于90分；良：80分以上不足90分；中：60分以上不足80分；差：不足60分）。"
    )
    d.h(2, "五、问题与建议")
    d.p(
        "1.发车间隔长，平峰时段候车超过四十分钟的班线有31条，占全部班线的27.7%。",
        "2.补贴依据企业上报里程，与车载终端数据核对不足，抽查的20辆车中有3辆里程偏差超过一成。",
        f"{m('i3', '3.')}政策到期后衔接不明确。",
        "建议：政策延续三年，补贴与车载终端数据挂钩，平峰时段推广预约响应。",
    )
    d.ok("rate", "a/b*100=c", "u1", "p1", "r1")
    d.ok("sum", "a+b+c=d", "p0", "p1", "p2", "psum")
    d.ok("rate", "a/b*100=c", "bus", "vill", "rbus")
    d.ok("share", "a/b*100=c", "nev", "veh", "rnev")
    d.ok("share", "a/b*100=c", "s3", "valid", "rs3")
    d.ok("score_rate", "a/b*100=c", "g0", "f0", "k0")
    d.ok("score_sum", "a+b+c=d", "g0", "g1", "g2", "score")
    d.wrong("rate", "r2", "96.00%", "u2", "p2", formula="a/b*100=c", note="应为97.00%")
    d.wrong("growth", "up", "8.66%", "more", "usum", note="122.60/1293.60=9.48%；8.66%是以2022年为基数")
    d.wrong("difference", "pp", "5.40", "rbus", note="98.70%-94.30%=4.40个百分点")
    d.wrong("count", "l3", "46", "l1", "l2", "lines", formula="c-a-b=d", note="三类之和122，不等于112")
    d.wrong("survey", "rs2", "77.2%", "s2", "valid", formula="a/b*100=c", note="应为71.2%")
    d.wrong("score_rate", "k1", "87.00%", "g1", "f1", formula="a/b*100=c", note="应为85.00%")
    d.wrong("repeat", "gscore", "83.5", "score", note="表中总分85.5")
    d.wrong("growth", "qword", "下降", "q0", "q1", note="由412.50增至495.00")
    return d
