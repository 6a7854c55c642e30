"""A county's agriculture bureau on its whole spending: a Word file with the tables of basic data and of points."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("702-槐渚县农业农村局2023年度部门整体支出绩效自评报告.docx")
    staff, public = D("2154.82"), D("331.55")
    basic = staff + public
    project, fund = D("5432.18"), D("400.00")
    total = basic + project
    plan, start = D("8346.72"), D("6120.40")
    car = [D("22.46"), D("24.00"), D("21.85")]
    guest = [D("9.72"), D("10.50"), D("11.36")]
    three = [one + two for one, two in zip(car, guest, strict=True)]
    office = [("办公费", "36.20"), ("差旅费", "74.35"), ("公务交通补贴", "98.40"), ("工会经费", "41.12")]
    parts = [("高标准农田建设", "3286.40"), ("耕地地力保护补贴", "1104.30"), ("农机购置与应用补贴", "486.75")]
    rest = project - sum((D(one) for _, one in parts), D(0))
    d.h("槐渚县农业农村局", "2023年度部门整体支出绩效自评报告")
    d.h("一、部门（单位）基本情况")
    d.p(
        "（一）职能职责。贯彻落实党中央关于“三农”工作的方针政策和省、市、县工作要求；统筹推动发展农村社会事业、公共服务、乡村治理；指导乡村特色产业、农产品加工业发展；负责种植业、畜牧业、渔业、农业机械化、农产品质量安全监督管理；组织农田建设项目实施和监督。",
        f"（二）机构编制。核定编制{d('post', 142)}名，其中行政编制{d('post1', 36)}名、事业编制{d('post2', 106)}名。2023年末实际在职{d('real', 139)}人，在职人员控制率{d('realrate', pc(139, 142))}；退休人员87人。",
        "（三）年度重点工作。建设高标准农田2.6万亩，稳定粮食播种面积，抓好农产品质量安全监管和惠农补贴兑付。",
    )
    d.h("表1  部门整体支出绩效评价基础数据表")
    d.t(
        [
            ["财政供养人员情况", "编制数", "2023年实际在职人数", "控制率"],
            ["（人）", d("tpost", 142), d("treal", 139), d("trealrate", pc(139, 142))],
            ["经费控制情况（万元）", "2022年决算数", "2023年预算数", "2023年决算数"],
            ["1.公务用车购置和维护经费", d("c0", car[0]), d("c1", car[1]), d("c2", car[2])],
            ["其中：公务用车购置", "0.00", "0.00", d("buy2", "0.00")],
            ["公务用车运行维护", d("car0", car[0]), d("car1", car[1]), d("car2", car[2])],
            ["2.出国经费", "0.00", "0.00", "0.00"],
            ["3.公务接待", d("guest0", guest[0]), d("guest1", guest[1]), d("guest2", guest[2])],
            ["“三公”经费合计", d("three0", three[0]), d("three1", three[1]), d("three2", three[2])],
            ["项目支出", "4986.30", "—", d("tproject", project)],
            ["公用经费", "318.92", "336.00", d("tpublic", public)],
        ]
    )
    d.h("二、一般公共预算支出情况")
    d.p(
        f"（一）基本支出情况。2023年基本支出{d('basic', basic)}万元，其中人员经费{d('staff', staff)}万元，公用经费{d('public', public)}万元。公用经费主要用于：{'、'.join(f'{name}{one}万元' for name, one in office)}及其他商品和服务支出{d('officerest', public - sum((D(one) for _, one in office), D(0)))}万元。公用经费比2022年增加{d('publicmore', public - D('318.92'))}万元，增长{d('publicup', ch(public, D('318.92')))}。",
        f"“三公”经费支出{d('three', three[2])}万元，比2022年{d('threedir', '增长')}{d('threeup', ch(three[2], three[0]))}，占年初预算{three[1]}万元的{d('threerate', pc(three[2], three[1]))}。{d('kept', '“三公”经费总额控制在年初预算以内，其中公务接待费因承办全市春耕现场会超出分项预算0.86万元')}。",
        f"（二）项目支出情况。2023年项目支出{d('project', f'{project}万元')}，其中：高标准农田建设{d('p1', parts[0][1])}万元、耕地地力保护补贴{d('p2', parts[1][1])}万元、农机购置与应用补贴{d('p3', parts[2][1])}万元、其他专项{d('p4', rest)}万元。高标准农田建设占项目支出的{d('p1share', pc(D(parts[0][1]), project))}。项目支出中含县级配套的农田建设结转资金，全部按合同进度拨付。",
    )
    d.h("三、政府性基金预算支出情况")
    d.p(f"2023年从土地出让收入中安排农业农村支出{d('fund', fund)}万元，全部用于农村人居环境整治，已列入表2资金总额。")
    d.h("四、国有资本经营预算支出情况")
    d.p("本部门2023年无国有资本经营预算支出。")
    d.h("五、社会保险基金预算支出情况")
    d.p("本部门2023年无社会保险基金预算支出。")
    d.h("六、部门整体支出绩效情况")
    d.p(
        f"2023年建成高标准农田{d('field', '2.6')}万亩，涉及9个乡镇{d('village', 38)}个村；粮食播种面积{d('grain', '58.92')}万亩，比下达任务{d('grain0', '58.40')}万亩多{d('grainmore', '0.52')}万亩。抽检农产品{d('test', 1326)}批次，合格{d('test1', 1307)}批次，合格率{d('testrate', pc(1307, 1326))}。全年安排农业项目{d('job', 24)}个，按期完工{d('job1', 22)}个，按期完工率{d('jobrate', pc(22, 24))}，未按期完工的{d('job2', 2)}个均为农产品冷链项目。",
        "农机购置补贴发放及时率96.40%，未达到100%的目标，主要是四季度集中申领时核验人手不足。",
    )
    d.h("表2  部门整体支出绩效自评表（金额单位：万元）")
    rate = pc(total + fund, plan + fund)
    s0 = q(Fraction(total + fund) / Fraction(plan + fund) * 10)
    scores = [
        ("产出指标（50分）", "高标准农田建设面积", "≥2.6万亩", d("tfield", "2.6万亩"), 8, D("8.00")),
        ("", "粮食播种面积", "≥58.4万亩", "58.92万亩", 8, D("8.00")),
        ("", "农产品质量抽检批次", "≥1200批次", d("ttest", 1326) + "批次", 8, D("8.00")),
        ("", "农产品抽检合格率", "≥98%", d("ttestrate", pc(1307, 1326)), 8, D("8.00")),
        ("", "农机补贴发放及时率", "100%", d("tmachine", "96.40%"), 6, q(D("96.40") * 6 / 100)),
        ("", "项目按期完工率", "≥95%", d("tjob", pc(22, 24)), 6, q(D("91.67") / 95 * 6)),
        ("", "预算总成本", "不超预算", "未超预算", 6, D("6.00")),
        ("效益指标（30分）", "农村居民人均可支配收入增幅", "≥6.5%", "6.8%", 10, D("10.00")),
        ("", "秸秆综合利用率", "≥90%", "91.2%", 10, D("10.00")),
        ("", "农业社会化服务水平", "明显提升", "较明显", 10, D("9.00")),
        ("满意度指标（10分）", "服务对象满意度", "≥90%", "93.4%", 10, D("10.00")),
    ]
    points = sum((one[5] for one in scores), D(0)) + s0
    letters = [f"s{at}" for at in range(12)]
    d.t(
        [
            ["预算资金", "全年预算数", "全年执行数", "执行率", "分值", "得分"],
            ["年度资金总额", d("tplan", plan + fund), d("ttotal", total + fund), d("trate", rate), "10", d("s0", s0)],
            ["其中：一般公共预算", d("tplan1", plan), d("ttotal1", total), pc(total, plan), "—", "—"],
            ["政府性基金预算", d("tplan2", fund), d("ttotal2", fund), "100.00%", "—", "—"],
            ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
            *([a, b, c, e, d(f"w{at}", w), d(f"s{at}", s)] for at, (a, b, c, e, w, s) in enumerate(scores, start=1)),
            ["总分", "", "", "", d("wt", 100), d("st", points)],
        ]
    )
    d.p(
        "注：未达到年度指标值的定量指标，按完成比例乘以分值计分，保留两位小数；定性指标按达成、基本达成、未达成三档计分。"
    )
    d.p(
        f"经自评，2023年度部门整体支出绩效得分{d('points', points)}分，等级为“优”（90分及以上为优，80至90分为良，60至80分为中，60分以下为差）。"
    )
    d.h(f"{d('seven', '七')}、存在的问题及原因分析")
    d.p(
        f"1.预算调整幅度较大。一般公共预算年初安排{d('start', start)}万元，全年调整为{d('plan', plan)}万元，增加{d('adjust', plan - start)}万元，调整率{d('adjustrate', pc(plan - start, start))}，主要是上级专项年中下达。",
        "2.个别项目推进滞后。冷链设施用地手续办理时间长，影响开工。",
    )
    d.h(f"{d('eight', '八')}、下一步改进措施")
    d.p(
        "1.提前谋划项目储备，力争上级专项提前告知部分全部编入年初预算。",
        f"2.用好2023年建成的{d('field2', '2.6')}万亩高标准农田，落实管护主体和管护资金。",
    )
    d.h("九、绩效自评结果拟应用和公开情况")
    d.p("自评结果与2025年项目安排挂钩，并随部门决算一并公开。")

    d.fault(
        "policy",
        "guest1 guest2 kept",
        {"kept": "“三公”经费总额及各分项支出均控制在年初预算以内"},
        note="receptions 11.36 against a budget of 10.50",
    )
    d.fault("growth", "three2 three0 threeup threedir", {"threedir": "下降"}, note="33.21 against 32.18 is more")
    d.fault("score_rule", "tmachine w5 s5", {"s5": "6.00"}, "a/100*b=c", "full points where 96.40 per cent was reached")
    d.fault(
        "score_sum", " ".join([*letters, "st"]), {"s5": "6.00"}, "a+b+c+d+e+f+g+h+i+j+k+l=m", "total keeps the 5.78"
    )
    d.fault("unit", "tproject project", {"project": f"{project}元"}, note="元 for 万元")
    d.fault("repeat", "tfield field2", {"field2": "2.06"}, "a=b", "a nought slipped in")
    d.fault("structure", "eight", {"eight": "七"}, note="seven stands twice, eight is missing")
    d.ok("sum", "buy2 car2 c2", "a+b=c")
    d.ok("count", "post1 post2 post", "a+b=c")
    d.ok("rate", "real post realrate", "a/b*100=c")
    d.ok("repeat", "realrate trealrate", "a=b")
    d.ok("sum", "c0 guest0 three0", "a+b=c")
    d.ok("sum", "c1 guest1 three1", "a+b=c")
    d.ok("growth", "three2 three0 threeup", "(a-b)/b*100=c")
    d.ok("rate", "three three1 threerate", "a/b*100=c")
    d.ok("repeat", "three three2", "a=b")
    d.ok("sum", "staff public basic", "a+b=c")
    d.ok("repeat", "public tpublic", "a=b")
    d.ok("sum", "p1 p2 p3 p4 tproject", "a+b+c+d=e")
    d.ok("share", "p1 tproject p1share", "a/b*100=c")
    d.ok("difference", "grain grain0 grainmore", "a-b=c")
    d.ok("rate", "test1 test testrate", "a/b*100=c")
    d.ok("rate", "job1 job jobrate", "a/b*100=c")
    d.ok("count", "job1 job2 job", "a+b=c")
    d.ok("repeat", "testrate ttestrate", "a=b")
    d.ok("sum", "tplan1 tplan2 tplan", "a+b=c")
    d.ok("sum", "ttotal1 ttotal2 ttotal", "a+b=c")
    d.ok("sum", "basic tproject ttotal1", "a+b=c")
    d.ok("rate", "ttotal tplan trate", "a/b*100=c")
    d.ok("score_rule", "ttotal tplan s0", "a/b*10=c")
    d.ok("score_rule", "tjob w6 s6", "a/95*b=c")
    d.ok("score_sum", "w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 wt", "a+b+c+d+e+f+g+h+i+j+k+10=l")
    d.ok("repeat", "st points", "a=b")
    d.ok("difference", "plan start adjust", "a-b=c")
    d.ok("rate", "adjust start adjustrate", "a/b*100=c")
    return d
