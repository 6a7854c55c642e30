"""A veterans' bureau's self-evaluation, in Word; all of it is true."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1103-桐泽区退役军人事务局2024年度部门整体支出绩效自评报告.docx")
    _money(x)
    _work(x)
    _goals(x)
    return x


def _money(x: Paper) -> None:
    x.h("桐泽区退役军人事务局2024年度部门整体支出绩效自评报告")
    x.p(
        "为落实“花钱必问效、无效必问责”要求，依据区财政局《关于开展2024年度绩效自评工作的通知》（桐财绩〔2025〕6号），"
        "现将我局2024年度部门整体支出绩效自评情况报告如下。"
    )
    x.h("一、部门概况")
    x.p(
        "我局主管全区退役军人思想政治、移交安置、就业创业、优待抚恤、拥军褒扬等工作，"
        f"部门预算单位共{x('units', 3)}个，即局机关{x('u1', 1)}个行政单位和区退役军人服务中心、烈士陵园管理所{x('u2', 2)}个事业单位。"
        f"编制{x('est', 33)}名：行政{x('e1', 12)}名，事业{x('e2', 21)}名。年末在职{x('staff', 31)}人，其中行政{x('s1', 12)}人，"
        f"事业{x('s2', 19)}人。全区登记在册优抚对象{x('people', 3846)}人。"
    )
    x.ok("count", "u1 u2 units", "a+b=c")
    x.ok("count", "e1 e2 est", "a+b=c")
    x.ok("count", "s1 s2 staff", "a+b=c")
    x.h("二、预算安排及执行")
    b, j = D("684.57"), D("7931.66")
    total, plan, last = b + j, D("8702.00"), D("8219.04")
    pieces = [
        ("抚恤补助", "c1", D("4826.15")),
        ("退役安置", "c2", D("2087.90")),
        ("优待慰问及其他", "c3", D("1017.61")),
    ]
    x.p(
        f"2024年调整后预算数{x('plan', plan)}万元，决算支出{x('total', total)}万元，执行率{x('rate', pc(total, plan))}，"
        f"结转{x('left', plan - total)}万元。与2023年支出{x('last', last)}万元比，增加{x('more', total - last)}万元，"
        f"增幅{x('up', ch(total, last))}，原因是国家抚恤标准按年提高。"
    )
    x.t(
        [
            ["项目", "金额（万元）", "占比"],
            ["一、基本支出", x("b", b), x("b_s", pc(b, total))],
            ["二、项目支出", x("j", j), x("j_s", pc(j, total))],
            *[[f"　{one}", x(key, value), x(key + "_s", pc(value, total))] for one, key, value in pieces],
            ["合计", x("sum", total), "100.00%"],
        ]
    )
    x.ok("rate", "total plan rate", "a/b*100=c")
    x.ok("difference", "plan total left", "a-b=c")
    x.ok("difference", "total last more", "a-b=c")
    x.ok("growth", "total last up", "(a-b)/b*100=c")
    x.ok("sum", "b j sum", "a+b=c")
    x.ok("sum", "c1 c2 c3 j", "a+b+c=d")
    x.oks("share", "a/b*100=c", "b sum b_s", "j sum j_s", "c1 sum c1_s", "c2 sum c2_s", "c3 sum c3_s")
    x.same("total sum")
    x.p(
        f"“三公”经费预算{x('tp', D('9.80'))}万元，实际{x('t', D('7.35'))}万元，同比上年的{x('tl', D('8.40'))}万元下降"
        f"{x('td', ch(D('7.35'), D('8.40')))}。其中公务接待{x('tg', D('1.05'))}万元、公务用车运维{x('tc', D('6.30'))}万元。"
    )
    x.ok("growth", "tl t td", "(a-b)/a*100=c")
    x.ok("sum", "tg tc t", "a+b=c")


def _work(x: Paper) -> None:
    x.p(
        "自评工作按照“科室自查、财务汇总、集体审议”三个步骤推进：先由各股室、局属单位对照年初批复的绩效目标填报完成数据，再由财务室核对"
        "预算指标、用款计划与决算报表，最后提交2025年第5次局党组会审议。"
    )
    x.h("三、主要履职成效")
    x.p(
        f"（一）安置工作平稳有序。接收退役士兵{x('in', 214)}名，其中符合政府安排工作条件{x('in1', 26)}名、自主就业{x('in2', 188)}名；"
        f"符合条件的{x('in3', 26)}名全部安置到机关事业单位和国有企业，安置率{x('in4', '100%')}。发放自主就业一次性经济补助"
        f"{x('paid', D('827.20'))}万元，人均{x('each', D('4.40'))}万元。",
        f"（二）就业创业有支撑。举办退役军人专场招聘会{x('fairs', 5)}场，进场企业{x('firms', 163)}家，提供岗位{x('jobs', 4120)}个，"
        f"达成意向{x('deal', 618)}人；适应性培训{x('train', 188)}人，参训率{x('train_r', '100%')}。扶持创业贷款{x('loan', 37)}笔、"
        f"{x('loan_m', D('1110'))}万元，笔均{x('loan_e', 30)}万元。",
        f"（三）优抚政策落实到位。为{x('people2', 3846)}名优抚对象按月足额发放抚恤补助；为立功受奖现役军人家庭送喜报"
        f"{x('glory', 96)}份；短期疗养{x('rest', 120)}人。",
        f"（四）褒扬纪念氛围浓厚。全年烈士陵园接待瞻仰群众{x('seen', D('6.8'))}万人次，比上年{x('seen_l', D('5.9'))}万人次增加"
        f"{x('seen_m', D('0.9'))}万人次；修缮零散烈士墓{x('tomb', 42)}座。",
        f"（五）信访总体可控。受理来信来访{x('call', 158)}件次，办结{x('done', 154)}件次，办结率{x('done_r', pc(154, 158))}，"
        f"尚有{x('open', 4)}件次正在办理。",
    )
    x.ok("count", "in1 in2 in", "a+b=c")
    x.same("in1 in3", "people people2")
    x.ok("rate", "paid in2 each", "a/b=c")
    x.ok("rate", "loan_m loan loan_e", "a/b=c")
    x.ok("difference", "seen seen_l seen_m", "a-b=c")
    x.ok("rate", "done call done_r", "a/b*100=c")
    x.ok("difference", "call done open", "a-b=c")


def _goals(x: Paper) -> None:
    x.h("四、绩效目标完成对照")
    rows = [
        ("专场招聘会", "≥", 4, "场", 5, 10, 10),
        ("适应性培训参训率", "≥", "98%", "", "100%", 10, 10),
        ("零散烈士墓修缮", "≥", 40, "座", 42, 10, 10),
        ("信访事项办结率", "≥", "95%", "", pc(154, 158), 10, 10),
        ("抚恤补助发放及时率", "=", "100%", "", "100%", 20, 20),
        ("“三公”经费", "≤", "9.80", "万元", "7.35", 10, 10),
        ("服务对象满意度", "≥", "90%", "", "93.5%", 20, 20),
    ]
    table: list[list[object]] = [["指标", "目标值", "完成值", "分值", "得分"]]
    for place, (title, sign, goal, unit, done, weight, score) in enumerate(rows):
        g, a, w, s = (
            x(f"k{key}{place}", value) for key, value in zip("gaws", (goal, done, weight, score), strict=True)
        )
        table.append([title, f"{sign}{g}{unit}", f"{a}{unit}", w, s])
    table.append(["预算执行率", "—", x("ex", pc(D("8616.23"), 8702)), x("wx", 10), x("sx", D("9.90"))])
    table.append(["合计", "", "", x("w", 100), x("s", D("99.90"))])
    x.t(table)
    x.oks("target", "", "kg0 ka0", "kg1 ka1", "kg2 ka2", "kg3 ka3", "kg5 ka5", "kg6 ka6")
    x.same("fairs ka0", "tomb ka2", "done_r ka3", "t ka5", "rate ex")
    x.ok("score_sum", "kw0 kw1 kw2 kw3 kw4 kw5 kw6 wx w", "a+b+c+d+e+f+g+h=i")
    x.ok("score_sum", "ks0 ks1 ks2 ks3 ks4 ks5 ks6 sx s", "a+b+c+d+e+f+g+h=i")
    x.ok("score_rule", "ex wx sx", "a*b/100=c")
    x.h("五、问题与打算")
    x.p(
        f"经打分，自评得分{x('final', D('99.90'))}分，等次为优。主要不足：一是全年结转{x('left2', D('85.77'))}万元，"
        f"个别补助科目年初测算偏大；二是信访事项中仍有{x('open2', 4)}件次未办结。"
        "下步将完善优抚对象动态核查机制，细化安置经费测算，减少年底结转。"
    )
    x.same("s final", "left left2", "open open2")
    x.h("桐泽区退役军人事务局", "2025年4月8日")
