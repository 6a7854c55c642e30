"""A project's self-evaluation as plain text: a village road fund, over three years."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(113, "松原岭县农村饮水维修养护项目自评", "txt")
    d.separator = "  "
    total, paid = D("1260.00"), D("1197.63")
    d.h(1, "松原岭县农村饮水工程维修养护项目2022年度绩效自评报告")
    d.h(2, "一、项目基本情况")
    d.p(
        f"（一）立项情况。我县农村供水工程建成年限较长，管网老化、计量缺失问题突出。经县政府批准，2022年安排维修养护资金{m('total', money(total))}万元，对{m('towns', '9')}个乡镇的{m('sites', '68')}处供水工程进行维修养护，其中集中供水工程{m('big', '41')}处、分散供水工程{m('small', '27')}处，受益人口{m('people', '7.35')}万人。",
        f"（二）资金来源。中央水利发展资金{m('c1', '630.00')}万元，占{m('c1s', '50%')}；省级资金{m('c2', '252.00')}万元，占{m('c2s', '20%')}；县级财政{m('c3', '378.00')}万元，占{m('c3s', '30%')}。",
        "（三）绩效目标。维修工程不少于65处；更换管道不少于85公里；水质达标率不低于95%；供水保证率不低于95%；用水户满意度不低于88%。",
    )
    d.h(2, "二、资金使用及管理情况")
    d.p(
        f"截至2022年底，支出{m('paid', money(paid))}万元，预算执行率{m('rate', percent(paid, total, 1))}，结余{m('left', money(total - paid))}万元。支出明细如下：管网更换{m('e1', '684.20')}万元，水源与净水设施{m('e2', '296.75')}万元，计量设施{m('e3', '118.40')}万元，水质检测{m('e4', '52.28')}万元，设计监理等{m('e5', '46.00')}万元。",
        f"与上年相比，2021年该项目支出{m('last', '1042.50')}万元，2022年增加{m('more', money(paid - D('1042.50')))}万元，增幅{m('morerate', percent(paid - D('1042.50'), D('1042.50'), 1))}；三年来（2020—2022年）累计支出{m('three', money(paid + D('1042.50') + D('886.00')))}万元，其中2020年{m('first', '886.00')}万元。",
        "项目资金实行县级报账制，由乡镇水管站报送资料、水利局审核、财政局国库直接支付，设立专账，未发现挪用。",
    )
    d.p(
        "项目管理方面，县水利局成立维修养护专班，制定实施方案和质量控制要点，按照“先急后缓、先集中后分散”的原则确定年度维修清单；招标采购依法进行，监理单位全程旁站隐蔽工程，完工后由县、乡、村三级共同验收并移交管护。项目公示公告在受益村张贴，接受群众监督，全年接到咨询和投诉均在时限内答复。"
    )
    d.h(2, "三、绩效目标完成情况")
    d.t(
        [
            ["绩效指标", "目标值", "完成值", "完成率"],
            ["维修工程处数", "≥65处", m("a1", "68处"), m("a1r", percent(68, 65))],
            ["更换管道长度", "≥85公里", m("a2", "81.60公里"), m("a2r", "96.00%")],
            ["水质达标率", "≥95%", m("a3", "96.43%"), m("a3r", percent(D("96.43"), 95))],
            ["供水保证率", "≥95%", m("a4", "95.80%"), "100.84%"],
            ["用水户满意度", "≥88%", m("a5", "90.50%"), "102.84%"],
        ]
    )
    d.p(
        f"1.数量。全年维修68处，更换管道{m('pipe', '81.60')}公里，{m('miss', '比目标少3.40公里，主要是双龙乡一段线路与公路改建交叉，留待次年实施')}。",
        f"2.质量。抽检水样{m('water', '112')}个，合格{m('waterok', '108')}个，达标率{m('waterrate', percent(108, 112))}；不合格的4个均为消毒剂余量偏低。",
        f"3.时效。合同工期内完工{m('time', '62')}处，按期完工率{m('timerate', percent(62, 68))}。",
        f"4.效益。漏损率由{m('leak0', '24.6%')}降至{m('leak1', '17.1%')}，下降{m('leak', '7.5个百分点')}；平均每处工程维修投入{m('each', '17.61')}万元；受益群众人均投入约{m('percap', '162.94')}元。",
        f"5.满意度。入户调查{m('asked', '200')}户，满意{m('yes', '181')}户，满意度{m('yesrate', '90.5%')}。",
    )
    d.h(2, "四、自评结论")
    d.p(
        f"自评得分{m('score', '95.62')}分：预算执行（10分）得{m('s1', '9.50')}分，产出（50分）得{m('s2', '47.12')}分，效益（30分）得{m('s3', '29.00')}分，满意度（10分）得{m('s4', '10.00')}分。项目总体绩效为{m('grade', '优')}，{m('claim', '除更换管道长度外，其他指标达到或超过目标')}。",
    )
    d.h(2, "五、存在问题和改进措施")
    d.p(
        "（一）管护主体责任有待压实，部分村级水管员工资偏低、队伍不稳。拟将管护经费与水费收缴挂钩，收缴率高的村给予奖补，并对水管员进行净水消毒、管网检漏等实用技术培训，考核合格后上岗。",
        f"{m('n2', '（二）')}计量设施覆盖不全，仍有部分分散工程按户包费。拟三年内分批安装智能水表，推行阶梯计价，促进节约用水。",
        "（三）部分水源水量受季节影响明显，枯水期需要错时供水，应加快推进城乡供水一体化，从根本上提高保障能力。",
        "（四）工程验收资料整理滞后，少数隐蔽工程影像资料不全。今后将影像资料作为支付进度款的必备材料，缺一不付。",
    )
    d.wrong("count", "big", "43", "small", "sites", formula="c+a=b")
    d.wrong("sum", "e3", "181.40", "e1", "e2", "e4", "e5", "paid", formula="a+b+f+c+d=e")
    d.wrong("growth", "morerate", "13.0%", "more", "last", formula="a/b*100=c", note="divided by this year's")
    d.wrong("rate", "timerate", "91.81%", "time", "sites", formula="a/b*100=c")
    d.wrong("growth", "leak", "7.5%", "leak0", "leak1", note="percentage points, not per cent")
    d.wrong("score_sum", "s3", "28.00", "s1", "s2", "s4", "score", formula="a+b+e+c=d")
    d.wrong("target", "claim", "所有指标均达到或超过目标", "a2", note="81.60 km against 85")
    d.ok("sum", "a+b+c=d", "c1", "c2", "c3", "total")
    d.ok("rate", "a/b*100=c", "paid", "total", "rate")
    d.ok("difference", "a-b=c", "total", "paid", "left")
    d.ok("difference", "a-b=c", "paid", "last", "more")
    d.ok("sum", "a+b+c=d", "paid", "last", "first", "three")
    d.ok("survey", "a/b*100=c", "waterok", "water", "waterrate")
    d.ok("survey", "a/b*100=c", "yes", "asked", "yesrate")
    d.ok("share", "a/b*100=c", "c2", "total", "c2s")
    return d
