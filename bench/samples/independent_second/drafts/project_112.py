"""A project's self-evaluation on three sheets: the form, the money by month and use, the explanation."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(112, "榆关市公共图书馆免费开放补助项目绩效自评表", "xlsx")
    total, paid = D("268.00"), D("259.42")
    d.h(1, "项目支出绩效自评表")
    d.p("（2023年度）", "金额单位：万元")
    d.t(
        [
            ["项目名称", "公共图书馆免费开放补助", "<", "<", "<", "<", "<"],
            ["主管部门", "榆关市文化广电和旅游局", "<", "实施单位", "榆关市图书馆", "<", "<"],
            ["项目资金", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率"],
            [
                "^",
                "年度资金总额",
                m("begin", "240.00"),
                m("total", money(total)),
                m("paid", money(paid)),
                "10",
                m("rate", percent(paid, total)),
            ],
            ["^", "其中：中央补助", "120.00", m("t1", "120.00"), m("p1", "120.00"), "—", m("e1", "100.00%")],
            ["^", "省级补助", "60.00", m("t2", "88.00"), m("p2", "85.60"), "—", m("e2", percent(D("85.6"), 88))],
            ["^", "市级资金", "60.00", m("t3", "60.00"), m("p3", "53.82"), "—", m("e3", percent(D("53.82"), 60))],
        ],
        head=0,
    )
    d.t(
        [
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
            ["产出指标", "数量指标", "每周开放时间", "≥60小时", "63小时", "10", m("s1", "10")],
            ["产出指标", "数量指标", "新增藏书", "≥20000册", m("books", "21350册"), "10", m("s2", "10")],
            ["产出指标", "数量指标", "举办公益讲座", "≥48场", m("talks", "52场"), "10", m("s3", "10")],
            ["产出指标", "质量指标", "图书加工合格率", "≥98%", "99.2%", "10", m("s4", "10")],
            ["产出指标", "时效指标", "补助资金支付及时率", "100%", m("intime", "95%"), "10", m("s5", "9.5")],
            ["效益指标", "社会效益", "到馆读者人次增长率", "≥5%", m("visits", "7.5%"), "15", m("s6", "15")],
            ["效益指标", "可持续影响", "持证读者数", "≥50000人", m("cards", "52460人"), "15", m("s7", "15")],
            ["满意度指标", "服务对象满意度", "读者满意度", "≥90%", m("happy", "93.6%"), "10", m("s8", "10")],
            ["预算执行", "", "预算执行率", "100%", "96.80%", "10", m("s9", "9.68")],
            ["总分", "", "", "", "", m("full", "100"), m("sum", "99.18")],
        ]
    )
    d.h(1, "资金使用明细")
    d.p("单位：万元")
    uses = (("文献购置", "96.40", "94.10", "a"), ("读者活动", "38.00", "37.52", "b"), ("设备更新", "62.60", "58.30", "c"), ("水电与物业", "45.00", "44.86", "e"), ("数字资源租用", "26.00", "24.64", "f"))  # fmt: skip
    d.t(
        [
            ["序号", "用途", "预算数", "支出数", "结余", "支出占比"],
            *(
                [
                    str(i),
                    name,
                    m(k + "b", plan),
                    m(k + "p", spent),
                    m(k + "d", money(D(plan) - D(spent))),
                    m(k + "s", percent(D(spent), paid, 1)),
                ]
                for i, (name, plan, spent, k) in enumerate(uses, start=1)
            ),
            ["", "合计", m("bsum", money(total)), m("psum", money(paid)), m("dsum", money(total - paid)), "100.0%"],
        ]
    )
    d.h(1, "自评说明")
    d.p(
        f"一、资金情况。年初预算240.00万元，省级年中追加{m('added', '28.00')}万元，全年预算{m('total2', money(total))}万元；实际支出{m('paid2', money(paid))}万元，执行率{m('rate2', percent(paid, total))}，结余{m('left', money(total - paid))}万元已由财政收回。",
        f"二、完成情况。全年到馆读者{m('came', '86.00')}万人次，比上年的{m('camelast', '80.00')}万人次增加{m('camemore', '6.00')}万人次，增长{m('camerate', '7.5%')}；外借图书{m('lent', '41.80')}万册次，人均外借约0.49册次；举办讲座52场、展览{m('shows', '18')}场，两项活动合计{m('both', '70')}场。",
        f"三、偏差原因。{m('late', '支付及时率未达到100%')}，主要原因是设备验收跨月，第四季度有一笔设备尾款延后支付。",
        f"四、读者满意度调查。采用现场扫码方式，收回答卷{m('asked', '1250')}份，全部有效，满意{m('liked', '1170')}份，满意度{m('liked2', '93.6%')}。",
        "五、改进措施。一是与供货商约定分批验收、分批结算，避免尾款集中在年末；二是在乡镇分馆增加夜间开放时段；三是对读者意见较多的座位预约系统进行升级，增加爽约自动释放功能，提高自习座位周转率。",
        "本年度的经验做法主要是把讲座、展览和流动服务车结合起来，先后走进社区、学校、企业和军营。",
        "六、佐证材料。开放时间公告、图书采购合同与验收单、讲座签到表、门禁系统统计截图、满意度调查导出数据等均已归档，可供查阅。项目实施过程中，本馆严格执行馆内财务制度，专款专用，没有用免费开放补助资金发放人员津贴或支付应由日常公用经费承担的费用；采购事项按照限额标准分别采用公开招标、询价和电子卖场直购方式办理，过程资料完整。",
        "七、自评组织。自评由馆长牵头，财务室、业务部、读者服务部共同参加，先由各部门按职责填报完成值并附依据，再由财务室核对资金数据，最后经馆务会讨论通过后上报主管部门审核。",
    )
    _faults(d)
    return d


def _faults(d: Draft) -> None:
    d.wrong("sum", "t2", "86.00", "t1", "t3", "total", formula="a+d+b=c")
    d.wrong("rate", "e3", "98.70%", "p3", "t3", formula="a/b*100=c")
    d.wrong("difference", "cd", "3.40", "cb", "cp", formula="a-b=c")
    d.wrong("repeat", "rate2", "98.60%", "rate", note="96.80% in the form")
    d.wrong("share", "as", "36.7%", "ap", "paid", formula="a/b*100=c")
    d.wrong("score_sum", "s7", "16", note="more than the 15 points it is worth")
    d.wrong("count", "both", "72", "shows", note="52 and 18 make 70")
    d.ok("rate", "a/b*100=c", "paid", "total", "rate")
    d.ok("sum", "a+b+c=d", "p1", "p2", "p3", "paid")
    d.ok("sum", "a+b+c+d+e=f", "ab", "bb", "cb", "eb", "fb", "bsum")
    d.ok("sum", "a+b+c+d+e=f", "ap", "bp", "cp", "ep", "fp", "psum")
    d.ok("difference", "a-b=c", "total2", "paid2", "left")
    d.ok("growth", "(a-b)/b*100=c", "came", "camelast", "camerate")
    d.ok("survey", "a/b*100=c", "liked", "asked", "liked2")
