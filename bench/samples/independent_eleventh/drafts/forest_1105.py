"""A third party's evaluation of a forestry programme, with its rubric."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1105-黛岭县2023年度国土绿化及森林管护专项资金绩效评价报告.txt", width=40)
    _about(x)
    _scores(x)
    _done(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h(
        "黛岭县2023年度国土绿化及森林管护专项资金",
        "绩效评价报告",
        "",
        "委托单位：黛岭县财政局",
        "评价机构：中和信诚会计师事务所",
        "",
    )
    x.h("目  录", "一、项目概况", "二、评价工作开展情况", "三、综合评价情况及评价结论", "四、绩效评价指标分析")
    x.h("五、主要经验及做法", "六、存在的问题", f"{x('toc', '七、有关建议')}", "")
    x.h("一、项目概况", "（一）立项背景")
    x.p(
        "黛岭县地处黛江上游，是省级重点生态功能区。为巩固国家森林城市创建成果，县林业局申报设立国土绿化及森林管护专项资金，"
        "资金由中央、省级补助和县级配套构成，主要用于人工造林、退化林修复、封山育林和护林员劳务补助。"
    )
    x.p(
        "主要依据：1.《中共中央 国务院关于全面推行预算绩效管理的意见》；2.《项目支出绩效评价管理办法》（财预〔2020〕10号）；"
        "3.《黛岭县县级财政绩效评价实施细则》（黛财绩〔2021〕5号）；4.《黛岭县国土绿化三年行动方案（2022—2024年）》。"
    )
    c, p, k = D("1260.00"), D("480.00"), D("335.00")
    used = [("人工造林", "w1", D("742.50")), ("退化林修复", "w2", D("386.40")), ("封山育林", "w3", D("163.80"))]
    guard = D("705.60")
    spent = sum((one[2] for one in used), D(0)) + guard
    x.h("（二）资金投入和使用情况")
    x.p(
        f"2023年度专项资金预算{x('all', c + p + k)}万元，其中中央财政{x('c', c)}万元、省级财政{x('p', p)}万元、县级配套{x('k', k)}万元，"
        f"分别占{x('c_s', pc(c, c + p + k))}、{x('p_s', pc(p, c + p + k))}、{x('k_s', pc(k, c + p + k))}。截至2023年12月31日，资金到位"
        f"{x('in', c + p + k)}万元，到位率{x('in_r', '100.00%')}；实际支出{x('spent', spent)}万元，预算执行率"
        f"{x('rate', pc(spent, c + p + k))}，结余{x('left', c + p + k - spent)}万元。支出明细为："
    )
    x.h("支出方向    实施单位    金额（万元）")
    x.t(
        [
            *[[title, "国有林场、各乡镇", x(key, value)] for title, key, value in used],
            ["护林员劳务补助", "各乡镇", x("w4", guard)],
            ["小计", "", x("w", spent)],
        ],
        gap="    ",
    )
    x.ok("sum", "c p k all", "a+b+c=d")
    x.oks("share", "a/b*100=c", "c all c_s", "p all p_s", "k all k_s")
    x.ok("rate", "in all in_r", "a/b*100=c")
    x.fault("rate", "spent all rate", {"rate": "96.93%"}, "a/b*100=c", "digits mistyped: 96.30%")
    x.ok("difference", "in spent left", "a-b=c")
    x.fault("sum", "w1 w2 w3 w4 w", {"w3": "136.80"}, "a+b+c+d=e", "digits swapped in 封山育林")
    x.same("spent w")
    x.h("（三）绩效目标")
    x.p(
        f"年度目标为：完成人工造林{x('g1', 5500)}亩、退化林修复{x('g2', 9200)}亩、封山育林{x('g3', 7800)}亩，造林成活率不低于{x('g4', '90%')}，"
        f"选聘护林员{x('g5', 588)}名，森林火灾受害率控制在{x('g6', '0.5‰')}以内。"
    )
    x.h("二、评价工作开展情况")
    x.p(
        "本次评价时段为2023年1月1日至2023年12月31日。评价组由林业、财务、绩效方面"
        f"{x('team', 6)}人组成，其中专家{x('team1', 2)}人、项目人员{x('team2', 4)}人；现场抽查{x('towns', 7)}个乡镇{x('plots', 63)}个小班，"
        f"抽查面积{x('looked', 4320)}亩，占完成面积的{x('looked_s', pc(4320, 22710))}；发放问卷{x('q1', 260)}份，收回"
        f"{x('q2', 247)}份，回收率{x('q3', '95.00%')}。"
    )
    x.p(
        "评价采用百分制，等级划分为：优（90≤得分≤100）、良（80≤得分＜90）、"
        f"{x('band', '中（60≤得分＜80）')}、差（得分＜60）。"
    )
    x.ok("count", "team1 team2 team", "a+b=c")
    x.ok("rate", "q2 q1 q3", "a/b*100=c")
    x.fault("structure", "band", {"band": "中（60≥得分＜80）"}, note="the sign of the band is reversed")


def _scores(x: Paper) -> None:
    x.h("三、综合评价情况及评价结论")
    rows = [("决策", "d", 20, D("17.50")), ("过程", "o", 20, D("17.20"))]
    rows += [("产出", "u", 35, D("31.85")), ("效益", "e", 25, D("21.80"))]
    table: list[list[object]] = [["一级指标", "分值", "得分", "得分率"]]
    total = sum((one[3] for one in rows), D(0))
    for title, key, weight, score in rows:
        table.append([title, x("W" + key, weight), x("S" + key, score), x("R" + key, pc(score, weight))])
    table.append(["合计", x("W", 100), x("S", total), x("R", f"{total}%")])
    x.p(
        f"经综合评分，黛岭县2023年度国土绿化及森林管护专项资金绩效评价得分为{x('score', total)}分，评价等级为“{x('grade', '良')}”。"
        "各部分得分见表3-1。"
    )
    x.h("表3-1  评价得分汇总表")
    x.m(table)
    x.ok("score_sum", "Wd Wo Wu We W", "a+b+c+d=e")
    x.ok("score_sum", "Sd So Su Se S", "a+b+c+d=e")
    x.oks("score_rate", "a/b*100=c", "Sd Wd Rd", "So Wo Ro", "Se We Re", "S W R")
    x.fault("score_rate", "Su Wu Ru", {"Ru": "90.10%"}, "a/b*100=c", "91.00% mistyped")
    x.same("score S")
    x.ok("grade", "score grade")
    x.h("四、绩效评价指标分析", "（一）决策情况分析")
    x.p(
        f"决策类指标分值{x('Wd2', 20)}分，得{x('Sd2', D('17.50'))}分。其中项目立项{x('d1', 6)}分，得{x('d1s', D('6.00'))}分；绩效目标"
        f"{x('d2', 7)}分，得{x('d2s', D('5.00'))}分，扣分原因为未按小班分解指标；资金投入{x('d3', 7)}分，得{x('d3s', D('6.50'))}分。"
    )
    x.ok("score_sum", "d1 d2 d3 Wd2", "a+b+c=d")
    x.ok("score_sum", "d1s d2s d3s Sd2", "a+b+c=d")
    x.same("Sd Sd2", "Wd Wd2")
    x.h("（二）过程情况分析")
    x.p(
        f"过程类指标分值{x('Wo2', 20)}分，评价得分{x('So2', D('17.20'))}分。资金管理方面分值{x('o1', 12)}分，得{x('o1s', D('10.70'))}分，"
        f"组织实施方面分值{x('o2', 8)}分，得{x('o2s', D('6.50'))}分，主要是部分造林地块作业设计变更未及时报批。"
    )
    x.ok("score_sum", "o1 o2 Wo2", "a+b=c")
    x.fault("score_sum", "o1s o2s So2", {"o1s": "10.20"}, "a+b=c", "the parts do not give 17.20")
    x.same("So So2")


def _done(x: Paper) -> None:
    done = [("人工造林", "y1", 5620), ("退化林修复", "y2", 9250), ("封山育林", "y3", 7840)]
    x.h("（三）产出情况分析")
    x.p(
        f"产出类指标分值{x('Wu2', 35)}分，评价得分{x('Su2', D('31.85'))}分。全年完成营造林{x('y', sum(one[2] for one in done))}亩："
        + "、".join(f"{title}{x(key, value)}亩" for title, key, value in done)
        + f"，比2022年的{x('y_l', 20180)}亩增加{x('y_m', 22710 - 20180)}亩，增长{x('y_u', ch(22710, 20180))}。"
        f"人工造林成活率{x('alive', '91.6%')}。选聘护林员{x('guards', 588)}名，人均年补助{x('each', D('1.20'))}万元。"
        "各项数量指标均已完成。"
    )
    x.ok("count", "y1 y2 y3 y", "a+b+c=d")
    x.ok("difference", "y y_l y_m", "a-b=c")
    x.ok("growth", "y y_l y_u", "(a-b)/b*100=c")
    x.ok("rate", "w4 guards each", "a/b=c")
    x.ok("share", "looked y looked_s", "a/b*100=c")
    x.same("g5 guards", "Su Su2")
    x.oks("target", "", "g1 y1", "g2 y2", "g3 y3")
    x.fault("target", "g4 alive", {"alive": "88.2%"}, "b>=a", "survival below the goal, full praise")
    x.h("（四）效益情况分析")
    x.p(
        f"效益类指标分值{x('We2', 25)}分，评价得分{x('Se2', D('21.80'))}分。全县森林覆盖率由{x('cov0', '63.42%')}提高到{x('cov1', '63.75%')}，"
        f"提高{x('cov', D('0.33'))}个百分点；森林火灾受害率{x('fire', '0.12‰')}，低于控制目标；林农满意度{x('glad', '92.3%')}。"
        f"造林成活率达标，{x('y1b', 5620)}亩新造林地全部落实管护责任人。"
    )
    x.ok("difference", "cov1 cov0 cov", "a-b=c")
    x.ok("target", "g6 fire")
    x.fault("repeat", "y1 y1b", {"y1b": 5260}, "a=b", "digits swapped")


def _end(x: Paper) -> None:
    x.h("五、主要经验及做法")
    x.p(
        "一是推行“林长+护林员+公安”联动巡护，层层压实责任；二是采用“先造后补”，验收合格后兑付，"
        "既减轻财政压力，也提高造林主体积极性。"
    )
    x.p(
        f"三是加强动态监测，建成林火视频监控点位{x('cam', 48)}个，较上年末{x('cam_l', 36)}个新增{x('cam_m', 12)}个，增长"
        f"{x('cam_u', '33.33%')}，重点林区视频覆盖率达到{x('cam_c', '85%')}以上。"
    )
    x.ok("difference", "cam cam_l cam_m", "a-b=c")
    x.ok("growth", "cam cam_l cam_u", "(a-b)/b*100=c")
    x.h("六、存在的问题")
    x.p(
        f"1．预算执行不够充分。结余资金{x('left2', D('76.70'))}万元，主要为质保金和验收滞后。",
        "2．档案管理不规范。个别乡镇护林员考勤记录不全，补助发放表缺少本人签字。",
        f"3．抽查的{x('plots2', 63)}个小班中有{x('bad', 5)}个存在杂草未及时抚育的情况，占{x('bad_s', pc(5, 63))}。",
    )
    x.same("left left2", "plots plots2")
    x.ok("share", "bad plots2 bad_s", "a/b*100=c")
    x.h("七、有关建议")
    x.p(
        f"建议县林业局在编制{x('next', 2024)}年度绩效目标时按小班逐项分解，加快验收结算，并把{x('this', 2023)}年发现的问题纳入台账销号管理。"
    )
    x.fault("structure", "toc", {"toc": "八、有关建议"}, note="the table of contents skips 七 though the text has it")
    x.fault("year", "this", {"this": 2032}, note="digits of the year swapped")
