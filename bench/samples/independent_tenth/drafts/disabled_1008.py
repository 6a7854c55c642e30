"""A county's allowances for disabled people: a project's self-evaluation."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc, q

LIVING = ((12280, "110.52"), (12340, "111.06"), (12410, "111.69"), (12470, "112.23"))
CARE = ((15840, "158.40"), (15912, "159.12"), (16008, "160.08"), (16056, "160.56"))
QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")


def paper() -> Paper:
    d = Paper("1008-蓼城县残疾人两项补贴项目2024年度支出绩效自评报告.txt", width=33, gap="  ")
    given, upper, own = D("1120.00"), D("672.00"), D("448.00")
    living = sum((D(one[1]) for one in LIVING), D(0))
    care = sum((D(one[1]) for one in CARE), D(0))
    spent = living + care
    execution = q(spent / given * 100)
    first = q(execution / 10)
    d.h("蓼城县困难残疾人生活补贴和重度残疾人护理补贴项目", "2024年度支出绩效自评报告", "")
    d.p(
        "按照县财政局绩效自评工作安排，县民政局会同县残联、县财政局社会保障股，对2024年度困难残疾人生活补贴和重度残疾人护理补贴（以下简称“两项补贴”）项目资金使用绩效进行了认真自评。有关情况如下："
    )
    d.h("一、项目概况", "（一）项目立项情况")
    d.p(
        "两项补贴制度是党中央、国务院为改善残疾人生活状况、织密民生保障网而建立的专项福利补贴制度。困难残疾人生活补贴对象为低保家庭中的残疾人，重度残疾人护理补贴对象为残疾等级被评定为一级、二级且需要长期照护的残疾人。"
        f"2024年1月起，我县困难残疾人生活补贴标准为每人每月{d('ls', 90)}元，重度残疾人护理补贴标准为每人每月{d('cs', 100)}元。"
    )
    d.h("（二）项目资金情况")
    d.p(
        f"2024年项目预算{d('given', given)}万元，其中上级补助{d('up', upper)}万元，占{d('ups', pc(upper, given))}，县级配套{d('own', own)}万元，占{d('owns', pc(own, given))}，资金全部足额到位。预算较上年的{d('given0', '1065.00')}万元增加{d('givend', '55.00')}万元，增长{d('giveng', ch(given, 1065))}，主要是护理补贴对象增加。",
        f"全年实际支出{d('spent', spent)}万元，预算执行率{d('exec', f'{execution}%')}，结余{d('rest', given - spent)}万元按规定结转下年继续使用。其中：生活补贴支出{d('liv', living)}万元，占{d('livs', pc(living, spent))}；护理补贴支出{d('care', care)}万元，占{d('cares', pc(care, spent))}。",
    )
    d.h("表一  2024年两项补贴分季度发放情况", "（单位：人次、万元）")
    rows: list[list[object]] = [["季度", "生活补贴人次", "生活补贴金额", "护理补贴人次", "护理补贴金额", "金额小计"]]
    for n, (one, two) in enumerate(zip(LIVING, CARE, strict=True)):
        rows.append(
            [
                QUARTERS[n],
                d(f"lp{n}", one[0]),
                d(f"la{n}", one[1]),
                d(f"cp{n}", two[0]),
                d(f"ca{n}", two[1]),
                d(f"qa{n}", D(one[1]) + D(two[1])),
            ]
        )
    rows.append(
        [
            "合计",
            d("lpt", sum(one[0] for one in LIVING)),
            d("lat", living),
            d("cpt", sum(one[0] for one in CARE)),
            d("cat", care),
            d("qat", spent),
        ]
    )
    d.t(rows)
    d.h("（三）项目绩效目标")
    d.p(
        "1.对符合条件的残疾人做到应补尽补，应补尽补率达到100%；",
        "2.补贴资金每月10日前通过“一卡通”发放到位，按时发放率达到98%以上；",
        "3.补贴对象动态核查率达到100%，错发率控制在0.5%以内；",
        "4.补贴对象满意度不低于90%。",
    )
    d.h("二、项目组织实施情况")
    d.p(
        f"（一）规范申请审核流程。坚持个人申请、乡镇（街道）初审、县残联审核、县民政局审定程序，全年新受理申请{d('ap', 862)}件，审核通过{d('ap1', 805)}件，不予通过{d('ap2', 57)}件，审核通过率{d('apr', pc(805, 862))}。按照{d('brk', '县民政局、县残联《关于进一步规范两项补贴审核发放工作的通知》（蓼民〔2023〕41号）')}要求，对拟补贴对象在村（社区）公开栏公示，公示期不得少于7日。2024年首批拟补贴对象名单于3月4日至{d('pub', '3月12日')}进行了公示，期间未接到异议。",
        f"（二）强化动态管理。每季度与公安、卫健、人社、法院等部门开展数据比对，全年累计停发{d('stop', 418)}人，其中死亡{d('st1', 263)}人、迁出{d('st2', 47)}人、残疾等级变更{d('st3', 29)}人、退出低保{d('st4', 79)}人。",
        f"（三）加强资金监管。项目资金纳入社会保障补助资金专账核算，委托{d('bank', '县农村商业银行')}代发。8月，县民政局联合县财政局对{d('chk', 16)}个乡镇（街道）开展专项检查，抽查档案{d('file', 480)}份，发现问题档案{d('file1', 18)}份，问题率{d('filer', pc(18, 480))}，均已整改到位。",
    )
    d.h("三、绩效目标完成情况分析", "（一）产出指标完成情况")
    d.p(
        f"1.数量指标。2024年12月，全县享受生活补贴{d('n1', 4168)}人，其中成年残疾人{d('n11', 3892)}人、未成年残疾人{d('n12', 276)}人；享受护理补贴{d('n2', 5360)}人，其中一级{d('n21', 1986)}人、二级{d('n22', 3374)}人。全年发放生活补贴{d('lp9', 49500)}人次、护理补贴{d('cp9', 63816)}人次，合计{d('both', 113316)}人次，做到应补尽补。",
        f"2.质量指标。全年应核查对象{d('v0', 9528)}人，已核查{d('v1', 9528)}人，动态核查率100%。因死亡信息滞后错发{d('er', 34)}人次，占发放总人次的{d('err', pc(34, 113316))}，错发资金已全部追回。",
        f"3.时效指标。全年12个月中每月10日前发放{d('tm', 112164)}人次，按时发放率{d('tmr', pc(112164, 113316))}。",
        "4.成本指标。补贴标准严格执行省定标准，未发生超标准发放情况。",
    )
    d.h("（二）效益指标完成情况")
    d.p(
        f"通过项目实施，缓解了残疾人家庭因残造成的额外生活支出和长期照护支出压力，残疾人生活水平得到有效改善，{d('chk2', 16)}个乡镇（街道）全部建立残疾人主动发现机制，社会效益明显。"
    )
    d.h("（三）满意度指标完成情况")
    d.p(
        f"{d('yr', '2024')}年12月，县民政局采用入户和电话方式随机调查补贴对象{d('q0', 360)}人，其中非常满意{d('q1', 248)}人、满意{d('q2', 91)}人、一般{d('q3', 16)}人、不满意{d('q4', 5)}人，满意度（非常满意和满意）{d('qr', pc(339, 360))}。"
    )
    d.h("表二  绩效自评得分情况")
    d.t(
        [
            ["一级指标", "三级指标", "年度指标值", "全年完成值", "分值", "得分"],
            ["预算执行", "预算执行率", "100%", d("a0", f"{execution}%"), d("w0", 10), d("s0", first)],
            ["产出指标", "应补尽补率", d("t1", "100%"), d("a1", "100%"), d("w1", 15), d("s1", "15")],
            ["产出指标", "动态核查率", d("t2", "100%"), d("a2", "100%"), d("w2", 10), d("s2", "10")],
            ["产出指标", "错发率", d("t3", "≤0.5%"), d("a3", pc(34, 113316)), d("w3", 10), d("s3", "10")],
            ["产出指标", "按时发放率", d("t4", "≥98%"), d("a4", pc(112164, 113316)), d("w4", 15), d("s4", "15")],
            ["效益指标", "改善残疾人生活", "有效改善", "有效改善", d("w5", 15), d("s5", "14")],
            ["效益指标", "政策知晓率", d("t6", "≥85%"), d("a6", "91.5%"), d("w6", 15), d("s6", "15")],
            ["满意度指标", "补贴对象满意度", d("t7", "≥90%"), d("a7", pc(339, 360)), d("w7", 10), d("s7", "10")],
            ["合计", "", "", "", d("wt", 100), d("st", first + 89)],
        ],
        "\t",
    )
    d.p(f"综上，项目自评得分{d('total', first + 89)}分，自评等级为“优”，{d('claim', '各项绩效目标均如期实现')}。")
    d.h("四、存在的问题和原因")
    d.p(
        "（一）信息共享不够及时。部分补贴对象死亡、迁移信息滞后，导致个别错发情况发生。",
        "（二）基层经办力量薄弱。乡镇民政工作人员身兼数职、更换频繁，政策把握不够精准。",
        "（三）社会效益指标量化难度大，佐证资料以典型案例为主，该项自评扣1分。",
    )
    d.h("五、下一步打算")
    d.p(
        "（一）推动部门数据按月比对，对疑似死亡、迁出人员先缓发后核实，从源头减少错发。",
        "（二）每年开展两次经办人员业务培训，编印操作手册，做到政策口径统一。",
        "（三）完善绩效指标体系，探索引入第三方开展入户调查，提高自评质量。",
    )
    d.h("", "蓼城县民政局", "2025年2月27日")
    d.fault(
        "structure",
        "brk",
        {"brk": "县民政局、县残联《关于进一步规范两项补贴审核发放工作的通知（蓼民〔2023〕41号）"},
        note="book-title mark opened and never closed",
    )
    d.fault("structure", "bank", {"bank": "县XX银行"}, note="placeholder left standing")
    d.fault("target", "t6 a6 claim", {"a6": "81.5%"}, note="missed, with full points and all goals claimed")
    d.fault("year", "yr", {"yr": "2023"}, note="last year's survey paragraph left")
    d.fault("repeat", "chk chk2", {"chk2": 18}, "a=b", "another number of towns")
    d.fault("rate", "ap1 ap apr", {"apr": "93.93%"}, "a/b*100=c", "one digit mistyped")
    d.fault("sum", "lp0 lp1 lp2 lp3 lpt", {"lp2": 12140}, "a+b+c+d=e", "digits swapped")
    d.fault("policy", "pub", {"pub": "3月8日"}, note="five days of notice where seven are required")
    d.oks(
        "sum",
        "a+b=c",
        "up own given",
        "liv care spent",
        "ap1 ap2 ap",
        "n11 n12 n1",
        "n21 n22 n2",
        "lp9 cp9 both",
        "n1 n2 v0",
        "la0 ca0 qa0",
        "la1 ca1 qa1",
        "la2 ca2 qa2",
        "la3 ca3 qa3",
    )
    d.oks(
        "sum",
        "a+b+c+d=e",
        "la0 la1 la2 la3 lat",
        "cp0 cp1 cp2 cp3 cpt",
        "ca0 ca1 ca2 ca3 cat",
        "qa0 qa1 qa2 qa3 qat",
        "st1 st2 st3 st4 stop",
    )
    d.ok("survey", "q1 q2 q3 q4 q0", "a+b+c+d=e")
    d.oks("share", "a/b*100=c", "up given ups", "own given owns", "liv spent livs", "care spent cares", "er both err")
    d.oks("rate", "a/b*100=c", "spent given exec", "file1 file filer", "tm both tmr")
    d.ok("rate", "q1 q2 q0 qr", "(a+b)/c*100=d")
    d.ok("rate", "lp9 ls liv", "a*b/10000=c")
    d.ok("rate", "cp9 cs care", "a*b/10000=c")
    d.oks("difference", "a-b=c", "given spent rest", "given given0 givend")
    d.ok("growth", "given given0 giveng", "(a-b)/b*100=c")
    d.ok("score_sum", "s0 s1 s2 s3 s4 s5 s6 s7 st", "a+b+c+d+e+f+g+h=i")
    d.ok("score_sum", "w0 w1 w2 w3 w4 w5 w6 w7 wt", "a+b+c+d+e+f+g+h=i")
    d.ok("score_rule", "a0 s0", "a/10=b")
    d.same("liv lat", "care cat", "spent qat", "cp9 cpt", "exec a0", "err a3", "tmr a4", "qr a7", "total st")
    for n in (1, 2, 3, 4, 7):
        d.ok("target", f"t{n} a{n}", note="met")
    return d
