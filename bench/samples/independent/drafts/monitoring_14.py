"""A mid-year monitoring report as plain text: a city's emergency bureau."""

from __future__ import annotations

from samples.independent.amounts import D, group, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(14, "北岭市应急管理局上半年绩效监控", "txt")
    fire, flood, edu, base = D("5264000.00"), D("2318500.00"), D("446000.00"), D("13872500.00")
    parts = [(base, D("6658800.00")), (fire, D("2368800.00")), (flood, D("1298360.00")), (edu, D("156100.00"))]
    plan, used = sum((a for a, _ in parts), D(0)), sum((b for _, b in parts), D(0))
    d.p("北岭市应急管理局", "2023年上半年部门预算绩效运行监控情况", "（金额单位：元）", "")
    d.p("第一部分  预算执行")
    d.p(
        f"　　我局2023年部门预算{m('plan', group(plan))}元，截至6月30日支出{m('used', group(used))}元，"
        f"完成全年预算的{m('rate', percent(used, plan))}。具体为："
    )
    for key, title, (whole, part) in zip(
        "abcd", ("人员和公用经费", "综合消防救援装备", "防汛抗旱物资储备", "安全宣传教育"), parts, strict=True
    ):
        d.p(
            f"　　{'①②③④'['abcd'.index(key)]}{title}预算{m('p' + key, group(whole))}元，支出{m('u' + key, group(part))}元，"
            f"执行率{m('r' + key, percent(part, whole))}；"
        )
    d.p(
        f"　　上半年支出比上年同期的{m('last', group(D('9862400.00')))}元增加{m('inc', group(used - D('9862400.00')))}元，"
        f"增长{m('growth', percent(used - D('9862400.00'), D('9862400.00')))}，主要是{m('why', '综合应急救援基地装备到货结算')}。"
    )
    d.p(
        "　　综合消防救援装备项目为跨年度实施项目，已完成公开招标，中标单位两家，合同约定到货验收后付至九成，余款作为质保金。防汛抗旱物资储备实行实物储备与协议储备相结合，市本级仓库一处，协议储备企业四家，物资出入库实行扫码登记。安全宣传教育项目主要用于制作宣传资料、开展知识竞赛和设置户外公益广告。",
        "　　资金拨付严格执行国库集中支付制度，大额支出由局党委会集体研究。上半年组织两次内部审计，未发现截留、挤占、挪用情况；对一笔重复报销的差旅费386.50元已责令退回。",
    )
    d.p("", "第二部分  目标完成进度")
    d.t(
        [
            ["指标", "全年目标", "上半年完成", "完成进度"],
            ["安全生产执法检查（家次）", m("g0", "640"), m("d0", "352"), m("q0", percent(352, 640))],
            ["应急演练（场）", m("g1", "24"), m("d1", "13"), m("q1", percent(13, 24))],
            ["应急物资采购（件套）", m("g2", "5200"), m("d2", "2860"), m("q2", percent(2860, 5200))],
            ["宣传“五进”活动（场）", m("g3", "90"), m("d3", "36"), m("q3", percent(36, 90))],
        ]
    )
    d.p(
        f"　　执法检查{m('chk', '352')}家次，其中危化企业{m('k1', '118')}家次、工贸企业{m('k2', '164')}家次、"
        f"矿山企业{m('k3', '70')}家次；查出隐患{m('haz', '1046')}条，整改{m('fix', '1012')}条，整改率{m('rfix', percent(1012, 1046))}。"
        f"宣传活动进度偏慢，{m('slow', '低于50%的时间进度')}，原因是汛期集中调配人员。"
    )
    d.p(
        f"　　局系统编制{m('est', '86')}名，实有{m('head', '82')}名；因公出国（境）经费预算为零，上半年未发生；"
        f"公务接待预算{m('bguest', '60,000.00')}元，支出{m('aguest', '18,640.00')}元。"
    )
    d.p(
        "　　执法检查责令限期整改98家次，立案查处21起，罚款总额86.4万元，其中危化企业9起、工贸企业8起、矿山企业4起。重大隐患6条全部挂牌督办，已销号5条，销号率83.3%，剩余1条整改期限为九月底。",
        "　　应急演练13场中，防汛4场、森林防火5场、危化品事故处置2场、地震疏散2场，参演1860人次，平均每场约143人次。物资采购2860件套中，救生衣1200件、冲锋舟配件60套、编织袋及雨具1600件。",
        "　　受理“12350”举报42件，办结40件，其余2件尚在核查期内。上半年全市生产安全事故起数同比下降15%（由20起降至17起），死亡人数与去年同期持平，均为3人。",
    )
    d.p("", "第三部分  存在问题及纠偏措施")
    d.p(
        f"　　（1）宣教项目执行率{m('lowedu', '35.00%')}，居四类支出末位。九月安全宣传月{m('fill', '将集中开展25场')}，可追平进度。",
        "　　（2）防汛物资采购受厂家排产影响，已签补充协议，约定八月中旬前到货。",
        f"　　（3）{m('unit', '我局')}将把监控结果作为{m('next', '2024')}年预算安排的参考。",
    )
    d.p("", f"　　填报日期：{m('sign', '2023')}年7月12日")
    d.ok("rate", "a/b*100=c", "used", "plan", "rate")
    d.ok("sum", "a+b+c+d=e", "pa", "pb", "pc", "pd", "plan")
    d.ok("rate", "a/b*100=c", "ub", "pb", "rb")
    d.ok("count", "a+b+c=d", "k1", "k2", "k3", "chk")
    d.ok("repeat", "", "rd", "lowedu")
    d.ok("rate", "a/b*100=c", "d1", "g1", "q1")
    d.wrong("rate", "rc", "65.00%", "uc", "pc", formula="a/b*100=c", note="应为56.00%")
    d.wrong("growth", "inc", "691,660.00", "last", "used", formula="b-a=c", note="应为619,660.00元，增长率也随之不符")
    d.wrong("rate", "q3", "45.00%", "d3", "g3", formula="a/b*100=c", note="36/90=40%")
    d.wrong("rate", "rfix", "97.75%", "fix", "haz", formula="a/b*100=c", note="应为96.75%；1012/1046")
    d.wrong("policy", "head", "92", "est", formula="a>=b", note="实有人数超过编制")
    d.wrong("structure", "fill", "将集中开展XX场", note="数字未填")
    d.wrong("year", "sign", "2022", note="2023年上半年的报告落款2022年")
    return d
