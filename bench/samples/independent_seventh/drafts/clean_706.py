"""A district's self-evaluation of road upkeep: nothing is wrong, much looks so."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, pc, q


def paper() -> Paper:
    d = Paper("706-泾沣区2023年农村公路养护项目绩效自评报告.txt", gap="\t")
    plan, extra = D("2400.00"), D("186.40")
    total = plan + extra
    uses = [D("1212.40"), D("604.30"), D("425.80"), D("212.17")]
    done = sum(uses, D(0))
    light = D("36.80")
    d.h("泾沣区2023年农村公路养护项目绩效自评报告", "")
    d.h("一、项目基本情况")
    d.p(
        f"（一）项目概况。我区农村公路总里程{d('all', '1284.6')}公里，其中县道{d('all1', '186.3')}公里、乡道{d('all2', '402.8')}公里、村道{d('all3', '695.5')}公里。2023年养护工程计划实施{d('goal', 120)}公里，其中预防养护{d('goal1', 78)}公里、修复养护{d('goal2', 42)}公里。项目由区交通运输局组织，区农村公路管理站具体实施。",
        f"区农村公路管理站核定编制{d('post', 28)}名。年末由管理站管理的人员共{d('staff', 41)}人，其中在编人员{d('staff1', 26)}人、退休人员{d('staff2', 11)}人、公益性岗位护路员{d('staff3', 4)}人，在编人员未超编制。",
        f"（二）资金情况。2023年年初预算{d('plan', plan)}万元，上年结转{d('extra', extra)}万元，全年可用资金{d('total', total)}万元。全年支出{d('done', done)}万元，占全年可用资金的{d('rate', pc(done, total))}；因动用上年结转，支出占年初预算的{d('rate0', pc(done, plan))}。年末结转{d('left', total - done)}万元。",
        f"支出按用途分：路面修复{d('u1', uses[0])}万元，占{d('v1', pc(uses[0], done, 1))}；预防养护{d('u2', uses[1])}万元，占{d('v2', pc(uses[1], done, 1))}；桥涵维修{d('u3', uses[2])}万元，占{d('v3', pc(uses[2], done, 1))}；日常保洁和绿化{d('u4', uses[3])}万元，占{d('v4', pc(uses[3], done, 1))}（各占比保留一位小数，因四舍五入合计不等于100%）。",
        f"与2022年相比，项目支出由{d('last', '2523.60')}万元降到{done}万元，下降{d('down', pc(D('2523.60') - done, D('2523.60')))}；2022年含灾毁抢修一次性支出{d('once', '168.00')}万元，剔除后按可比口径增长{d('comp', pc(done - D('2355.60'), D('2355.60')))}。路灯节能改造为2023年新增内容，支出{light}万元，上年为0，不计算增长率，已并入日常保洁和绿化项下。",
    )
    d.h("二、绩效自评工作开展情况")
    d.p(
        "区交通运输局于2024年2月成立自评组，查阅合同、计量和支付资料，现场复核养护路段，并对沿线群众开展问卷调查。",
    )
    d.h("三、项目绩效完成情况")
    d.p(
        f"（一）数量指标。实际完成养护工程{d('real', '123.4')}公里，为计划的{d('realrate', pc(D('123.4'), D(120), 1))}，其中预防养护{d('real1', '80.1')}公里、修复养护{d('real2', '43.3')}公里。加上镇（街道）自筹实施的{d('town', '31.2')}公里，全区当年共养护{d('both', '154.6')}公里，镇（街道）自筹部分不在本项目考核范围内。",
        f"（二）质量指标。抽检{d('test', 62)}个路段，一次合格{d('test1', 59)}个，一次合格率{d('testrate', pc(59, 62))}；返工后复检{d('again', 3)}个全部合格，最终合格率100%。优良中等路率由上年的{d('good0', '86.7%')}提高到{d('good', '88.9%')}，提高{d('goodup', '2.2')}个百分点，相对提高{d('goodrel', pc(D('2.2'), D('86.7')))}。",
        "（三）时效指标。合同约定11月30日前完工，实际10月28日全部完工，提前33天。",
        f"（四）成本指标。按路面修复支出计算，修复养护平均每公里成本{d('each', q(Fraction(uses[0]) / Fraction(D('43.3'))))}万元，不高于30万元/公里的控制标准；该指标为反向指标，完成值低于目标值即为达标。",
        f"（五）社会效益。沿线行政村雨季平均断交时间由上年的{d('cut0', '5.5')}小时降到{d('cut', '3.2')}小时，缩短{d('cutdown', '2.3')}小时。",
        f"（六）满意度指标。发放问卷{d('sent', 360)}份，收回{d('back', 352)}份，其中有效{d('valid', 345)}份；表示满意或基本满意{d('happy', 328)}份，占有效问卷的{d('sat', pc(328, 345))}。分项看，对路面平整度满意的{d('item1', 301)}份、对保洁绿化满意的{d('item2', 287)}份、对施工组织满意的{d('item3', 264)}份，各分项可多选，合计数大于有效问卷数。",
    )
    d.h("四、自评得分")
    s0 = q(Fraction(done) / Fraction(total) * 10)
    s2 = q(D("95.16") / 98 * 15)
    d.t(
        [
            ["指标", "目标值", "完成值", "分值", "得分"],
            ["预算执行率", "100%", d("trate", pc(done, total)), d("w0", 10), d("s0", s0)],
            ["养护工程里程", "120公里", d("treal", "123.4公里"), d("w1", 20), d("s1", "20.00")],
            ["一次合格率", "≥98%", d("ttest", pc(59, 62)), d("w2", 15), d("s2", s2)],
            ["按期完工率", "100%", "100%", d("w3", 10), d("s3", "10.00")],
            ["修复养护单位成本", "≤30万元/公里", "28.00万元/公里", d("w4", 10), d("s4", "10.00")],
            ["雨季平均断交时间", "≤4小时", "3.2小时", d("w5", 25), d("s5", "25.00")],
            ["群众满意度", "≥90%", d("tsat", pc(328, 345)), d("w6", 10), d("s6", "10.00")],
            ["合计", "", "", d("wt", 100), d("st", s0 + s2 + 75)],
        ]
    )
    d.p(
        f"注：未达标的正向指标按完成值与目标值之比计分，超额完成不加分。自评总得分{d('points', s0 + s2 + 75)}分，按四舍五入取整为{d('whole', 99)}分，等级为优（90分以上）。",
    )
    d.h("五、存在的主要问题")
    d.p(
        "一是一次合格率未达到98%的目标值，3个路段因摊铺温度控制不到位返工；二是年末仍有少量质保金未支付；三是护路员队伍年龄偏大。",
    )
    d.h("六、下一步改进措施")
    d.p("一是加强摊铺、碾压环节旁站监理；二是按合同约定及时清退质保金；三是逐步提高护路员中45岁以下人员的比例。")

    d.ok("sum", "all1 all2 all3 all", "a+b+c=d")
    d.ok("sum", "goal1 goal2 goal", "a+b=c")
    d.ok("count", "staff1 staff2 staff3 staff", "a+b+c=d", "retired people are not counted against the posts")
    d.ok("policy", "staff1 post", note="26 of 28 posts, though 41 people are managed")
    d.ok("sum", "plan extra total", "a+b=c")
    d.ok("rate", "done total rate", "a/b*100=c")
    d.ok("rate", "done plan rate0", "a/b*100=c", "above 100 by the carryover")
    d.ok("difference", "total done left", "a-b=c")
    d.ok("sum", "u1 u2 u3 u4 done", "a+b+c+d=e")
    d.ok("share", "u1 done v1", "a/b*100=c")
    d.ok("share", "u2 done v2", "a/b*100=c")
    d.ok("share", "u3 done v3", "a/b*100=c")
    d.ok("share", "u4 done v4", "a/b*100=c")
    d.near("sum", "v1 v2 v3 v4", "100-a-b-c=d", "the rounded shares do not give 100, as the text says")
    d.ok("growth", "last done down", "(a-b)/a*100=c")
    d.ok("growth", "done last once comp", "(a-(b-c))/(b-c)*100=d", "on a comparable base it grew")
    d.ok("sum", "real1 real2 real", "a+b=c")
    d.ok("sum", "real town both", "a+b=c", "another scope, no repeat")
    d.ok("rate", "test1 test testrate", "a/b*100=c")
    d.ok("count", "test test1 again", "a-b=c")
    d.ok("difference", "good good0 goodup", "a-b=c", "percentage points")
    d.ok("growth", "goodup good0 goodrel", "a/b*100=c")
    d.ok("difference", "cut0 cut cutdown", "a-b=c")
    d.ok("rate", "u1 real2 each", "a/b=c")
    d.ok("survey", "happy valid sat", "a/b*100=c")
    d.ok("score_rule", "done total s0", "a/b*10=c")
    d.ok("score_rule", "ttest w2 s2", "a/98*b=c")
    d.ok("score_sum", "s0 s1 s2 s3 s4 s5 s6 st", "a+b+c+d+e+f+g=h")
    d.ok("score_sum", "w0 w1 w2 w3 w4 w5 w6 wt", "a+b+c+d+e+f+g=h")
    d.ok("repeat", "points st", "a=b")
    d.near("repeat", "points whole", "a=b", "rounded to a whole number")
    return d
