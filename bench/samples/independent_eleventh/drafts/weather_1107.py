"""A meteorological project's self-evaluation."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1107-皋原市气象局人工影响天气作业项目2023年度绩效自评报告.txt", width=38, gap="    ")
    _about(x)
    _done(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    rain, post, warn, train = D("186.40"), D("94.75"), D("71.20"), D("12.65")
    spent, plan, last = D("365.00"), D("380.00"), D("341.20")
    x.h("皋原市人工影响天气作业项目", "2023年度绩效自评报告", "")
    x.h("一、项目基本情况", "(一)项目概况")
    x.p(
        "皋原市气象局（皋原市人工影响天气中心）承担全市增雨抗旱、防雹减灾和生态修复型作业任务。"
        f"目前全市共有标准化作业点{x('sites', 26)}个，其中火箭作业点{x('rocket', 17)}个、高炮作业点{x('gun', 6)}个、地面烟炉{x('smoke', 3)}个，"
        f"持证作业人员{x('crew', 104)}名，平均每个作业点{x('per', 4)}名。项目属经常性项目，{x('doc', '依据《皋原市人工影响天气管理办法》')}设立。"
    )
    x.ok("count", "rocket gun smoke sites", "a+b+c=d")
    x.ok("rate", "crew sites per", "a/b=c")
    x.h("(二)资金情况")
    x.p(
        f"2023年市财政安排项目资金{x('plan', plan)}万元，比2022年的{x('plan_l', D('360.00'))}万元增加{x('plan_m', D('20.00'))}万元，"
        f"增长{x('plan_u', ch(380, 360))}。当年实际支出{x('spent', spent)}万元，执行率{x('rate', pc(spent, plan))}，结余{x('left', plan - spent)}"
        f"{x('unit', '万元')}已由财政收回；支出较上年{x('last', last)}万元增长{x('up', ch(spent, last))}。具体支出如下："
    )
    x.t(
        [
            ["支出内容", "预算(万元)", "支出(万元)", "执行率"],
            ["火箭弹、炮弹及烟条购置", x("p1", D("190.00")), x("s1", rain), x("r1", pc(rain, 190))],
            ["作业点维护改造", x("p2", D("100.00")), x("s2", post), x("r2", pc(post, 100))],
            ["雷达及监测设备运维", x("p3", D("76.00")), x("s3", warn), x("r3", pc(warn, 76))],
            ["人员培训与保险", x("p4", D("14.00")), x("s4", train), x("r4", pc(train, 14))],
            ["合计", x("p", plan), x("s", spent), x("r", pc(spent, plan))],
        ]
    )
    x.ok("difference", "plan plan_l plan_m", "a-b=c")
    x.ok("growth", "plan plan_l plan_u", "(a-b)/b*100=c")
    x.ok("growth", "spent last up", "(a-b)/b*100=c")
    x.ok("rate", "spent plan rate", "a/b*100=c")
    x.ok("difference", "plan spent left", "a-b=c")
    x.fault("unit", "left unit", {"unit": "元"}, note="元 for 万元")
    x.fault("sum", "p1 p2 p3 p4 p", {"p2": "110.00"}, "a+b+c+d=e", "the sum was made with 100.00")
    x.fault("rate", "s2 p2 r2", {"p2": "110.00"}, "a/b*100=c", "the rate was made with 100.00")
    x.ok("sum", "s1 s2 s3 s4 s", "a+b+c+d=e")
    x.oks("rate", "a/b*100=c", "s1 p1 r1", "s4 p4 r4", "s p r")
    x.fault("rate", "s3 p3 r3", {"r3": "96.38%"}, "a/b*100=c", "93.68% with digits swapped")
    x.same("plan p", "spent s", "rate r")
    x.p(
        f"与政府购买服务有关的雷达运维通过公开招标采购，预算{x('b0', D('76.00'))}万元，中标价{x('b1', D('71.20'))}万元，"
        f"节约{x('b2', D('4.80'))}万元。"
    )
    x.same("p3 b0", "s3 b1")
    x.fault("difference", "b0 b1 b2", {"b2": "5.80"}, "a-b=c", "the difference is 4.80")


def _done(x: Paper) -> None:
    x.h("(三)绩效目标设定及管理情况")
    x.p(
        "项目总体目标是围绕春耕春播、森林防火、水库蓄水和烤烟防雹等关键时段，科学组织人工增雨（雪）、防雹作业，最大限度减轻气象灾害损失。"
        "实施中严格执行《人工影响天气管理条例》和“两个清单”制度，炮弹、火箭弹统一仓储、专车运输，"
        "作业前后均在省级业务平台登记。"
    )
    x.h("二、项目绩效完成情况", "(一)产出指标完成情况")
    x.p(
        f"1.数量指标。全年抢抓有利天气过程{x('chance', 31)}次，组织地面增雨作业{x('wet', 214)}点次、防雹作业{x('hail', 63)}点次，合计"
        f"{x('works', 277)}点次，比上年多{x('works_m', 35)}点次(上年{x('works_l', 242)}点次)；发射火箭弹{x('shots', 1108)}枚，"
        f"平均每点次{x('each', D('4'))}枚，燃烧烟条{x('sticks', 96)}根；完成{x('mended', 9)}个作业点标准化改造。",
        f"2.质量指标。作业空域申请{x('sky', 320)}次，获批{x('sky_ok', 277)}次，批复率{x('sky_r', pc(277, 320))}；作业装备完好率"
        f"{x('fit', '98.1%')}；作业人员持证上岗率100%，{x('safe', '全年未发生安全责任事故')}。",
        f"3.时效指标。作业指令{x('min', 10)}分钟内送达率{x('sent', '99.3%')}，作业信息{x('hrs', 24)}小时内上报率100%。",
        "4.成本指标。火箭弹、炮弹等采购价格均未超过省级集采限价。",
    )
    x.ok("count", "wet hail works", "a+b=c")
    x.ok("difference", "works works_l works_m", "a-b=c")
    x.ok("rate", "shots works each", "a/b=c")
    x.ok("rate", "sky_ok sky sky_r", "a/b*100=c")
    x.h("(二)效益指标完成情况")
    x.p(
        f"据评估，增雨作业影响面积{x('area', 4860)}平方公里，增加降水约{x('water', D('1.35'))}亿立方米；防雹保护面积"
        f"{x('guard', D('52.8'))}万亩，较上年扩大{x('guard_m', D('4.3'))}万亩（上年为{x('guard_l', D('48.5'))}万亩），减少农业经济损失"
        f"{x('saved', 7300)}万元，投入产出比约为1:20。烤烟、苹果种植户对防雹服务满意度{x('glad', '94.7%')}。"
    )
    x.ok("difference", "guard guard_l guard_m", "a-b=c")
    x.ok("rate", "saved spent", "")
    x.h("年度绩效目标与完成值对照")
    x.t(
        [
            ["指标名称", "年度指标值", "全年完成值", "分值", "得分"],
            ["增雨防雹作业点次", f"≥{x('t1', 260)}点次", f"{x('a1', 277)}点次", x("w1", 20), x("g1", 20)],
            ["作业点标准化改造", f"≥{x('t2', 8)}个", f"{x('a2', 9)}个", x("w2", 10), x("g2", 10)],
            ["装备完好率", f"≥{x('t3', '98%')}", x("a3", "98.1%"), x("w3", 10), x("g3", 10)],
            ["指令按时送达率", f"≥{x('t4', '98%')}", x("a4", "99.3%"), x("w4", 10), x("g4", 10)],
            ["防雹保护面积", f"≥{x('t5', D('50.0'))}万亩", f"{x('a5', D('52.8'))}万亩", x("w5", 20), x("g5", 20)],
            ["种植户满意度", f"≥{x('t6', '90%')}", x("a6", "94.7%"), x("w6", 20), x("g6", 20)],
            ["预算执行率", "-", x("a7", "96.05%"), x("w7", 10), x("g7", D("9.61"))],
            ["总分", "", "", x("w", 100), x("g", D("99.61"))],
        ]
    )
    x.oks("target", "", "t1 a1", "t2 a2", "t4 a4", "t5 a5", "t6 a6")
    x.fault("target", "t3 a3", {"a3": "97.1%"}, "b>=a", "goal missed and full marks given")
    x.fault("repeat", "fit a3", {"a3": "97.1%"}, "a=b", "98.1% in the text")
    x.same("works a1", "mended a2", "sent a4", "guard a5", "glad a6", "rate a7")
    x.ok("score_sum", "w1 w2 w3 w4 w5 w6 w7 w", "a+b+c+d+e+f+g=h")
    x.ok("score_sum", "g1 g2 g3 g4 g5 g6 g7 g", "a+b+c+d+e+f+g=h")
    x.ok("score_rule", "w7 a7 g7", "a*b/100=c")
    x.fault("structure", "safe", {"safe": "全年全年未发生安全责任事故"}, note="doubled word")
    x.fault("structure", "doc", {"doc": "依据《皋原市人工影响天气管理办法"}, note="title mark never closed")


def _end(x: Paper) -> None:
    x.h("三、存在的问题及原因")
    x.p(
        f"(一)空域批复受限。全年{x('sky2', 320)}次申请中有{x('no', 43)}次未获批复，错失部分作业时机。",
        "(二)高炮装备老化，部分配件停产，维修周期长。",
        "(三)效果检验手段单一，增雨量以统计估算为主。",
    )
    x.ok("difference", "sky sky_ok no", "a-b=c")
    x.fault("repeat", "sky sky2", {"sky2": 302}, "a=b", "digits swapped")
    x.fault("difference", "sky2 sky_ok no", {"sky2": 302}, "a-b=c", "43 was made with 320")
    x.h("四、有关建议及下一步措施")
    x.p(
        "加强与空管部门会商，推行作业计划提前报备；申请省级专项逐步以火箭替代高炮；引入区域对比试验提升效果检验能力。",
        f"本项目{x('year', 2023)}年度自评得分{x('final', D('99.61'))}分，自评等次为“优”，自评材料经局党组会审定后于2024年3月29日报送市财政局。",
    )
    x.same("g final")
    x.fault("year", "year", {"year": 2022}, note="the year before left in the conclusion")
