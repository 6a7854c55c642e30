"""A district's self-evaluation with a flattened rubric."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("403-澄渡区卫生健康局2023年度部门整体支出绩效自评报告.txt", width=38, gap="\t")
    budget, adjust = D("8642.50"), D("517.30")
    final = budget + adjust
    staff, public, project = D("3216.48"), D("284.62"), D("5302.74")
    basic = staff + public
    cost = basic + project
    left = final - cost
    three, three_plan, three_last = D("14.86"), D("19.50"), D("16.20")
    public_plan = D("296.00")
    bought, buy_plan = D("426.80"), D("440.00")
    d.h("澄渡区卫生健康局2023年度部门整体支出", "绩效自评报告")
    d.p(
        "根据《澄渡区财政局关于开展2023年度部门整体支出绩效自评工作的通知》（澄财绩〔2024〕3号）要求，我局成立绩效自评工作小组，对2023年度部门整体支出开展绩效自评，现报告如下："
    )
    d.h("一、部门基本情况", "（一）机构设置")
    d.p(
        f"区卫生健康局内设党政综合科、财务审计科、医政科、基层卫生与妇幼科、疾病预防控制科、人口家庭与老龄科等6个科室。下属二级预算单位{d('subs', 14)}个，其中区级医疗卫生机构{d('sub1', 4)}个、街道社区卫生服务中心{d('sub2', 7)}个、镇卫生院{d('sub3', 3)}个。",
    )
    d.h("（二）人员情况")
    d.p(
        f"核定编制{d('post', 186)}名，年末在职{d('real', 178)}人，在职人员控制率为{d('control', pc(178, 186))}。另有离休人员1人、退休人员64人。",
    )
    d.h("（三）年度绩效目标")
    d.p(
        "目标1：巩固基本公共卫生服务，居民电子健康档案规范化建档率达到70%以上。",
        "目标2：推进紧密型医联体建设，基层诊疗量占比达到55%。",
        "目标3：完成65岁以上老年人免费健康体检12000人。",
        "目标4：开展健康教育讲座和义诊活动不少于80场。",
    )
    d.h("二、部门整体支出管理及使用情况", "（一）预算安排和执行")
    d.p(
        f"2023年初预算{d('budget', budget)}万元，年中追加{d('adjust', adjust)}万元，调整后全年预算{d('final', final)}万元，预算调整率{d('adjrate', pc(adjust, budget))}。全年支出{d('cost', cost)}万元，预算执行率{d('exec', pc(cost, final))}，年末结转结余{d('left', left)}万元，结转结余率{d('leftrate', pc(left, final))}。",
        f"支出构成：基本支出{d('basic', basic)}万元，占{d('basicshare', pc(basic, cost))}，其中人员经费{d('staff', staff)}万元、公用经费{d('public', public)}万元；项目支出{d('project', project)}万元，占{d('projectshare', pc(project, cost))}。",
        f"项目支出中，基本公共卫生服务{d('pj1', '2186.40')}万元，疾病预防控制{d('pj2', '1245.36')}万元，计划生育家庭奖励扶助{d('pj3', '864.20')}万元，基层医疗机构基本药物补助{d('pj4', '632.18')}万元，其他项目{d('pj5', '374.60')}万元。",
    )
    d.p(
        f"2023年部门预算于2023年2月10日经区财政局批复，{d('open', '2023年2月24日')}在区政府门户网站公开，符合批复后20日内公开的规定。",
    )
    d.h("（二）“三公”经费和政府采购")
    d.p(
        f"“三公”经费支出{d('three', three)}万元，预算{d('threeplan', three_plan)}万元，“三公”经费控制率{d('threerate', pc(three, three_plan))}；上年支出{d('threelast', three_last)}万元，“三公”经费变动率为{d('threedown', '-' + ch(three, three_last))}。公用经费预算{d('publicplan', public_plan)}万元，控制率{d('publicrate', pc(public, public_plan))}。政府采购预算{d('buyplan', buy_plan)}万元，实际采购{d('bought', bought)}万元，政府采购执行率{d('buyrate', pc(bought, buy_plan))}。",
    )
    d.h("三、绩效目标完成情况")
    d.p(
        f"（一）居民电子健康档案规范化建档{d('files', 268420)}份，常住人口{d('people', 352600)}人，规范化建档率{d('filerate', pc(268420, 352600))}，超过目标值。",
        f"（二）全区基层医疗机构诊疗{d('low', '186.32')}万人次，全区总诊疗{d('all', '342.05')}万人次，基层诊疗量占比{d('lowrate', pc(D('186.32'), D('342.05')))}，{d('claim', '略低于目标值')}。",
        f"（三）完成65岁以上老年人免费体检{d('checked', 12864)}人，完成率{d('checkrate', pc(12864, 12000))}；发现异常指标并纳入随访管理3105人。",
        f"（四）开展健康讲座{d('talk', 57)}场、义诊{d('clinic', 29)}场，合计{d('talks', 86)}场，超出计划{d('beyond', 6)}场。",
        f"（五）满意度。发放问卷{d('sent', 400)}份，回收有效问卷{d('back', 386)}份，回收率{d('backrate', pc(386, 400))}。其中很满意{d('v1', 214)}份、满意{d('v2', 137)}份、一般{d('v3', 27)}份、不满意{d('v4', 8)}份，满意度（很满意与满意合计占比）为{d('sat', pc(214 + 137, 386))}。",
    )
    # name, weight, rule, self score
    execution = q(Fraction(cost) / Fraction(final) * 10)
    rubric = [
        ("投入", "在职人员控制率", 4, "≤100%得满分，每超1个百分点扣0.5分", D("4")),
        ("投入", "重点支出安排率", 6, "≥90%得满分；[80%,90%)得4分；低于80%得2分", D("6")),
        ("过程", "预算执行率", 10, "得分=预算执行率×10", execution),
        ("过程", "预算调整率", 5, "≤5%得5分；5%—10%（含）得3分；超过10%不得分", D("3")),
        ("过程", "结转结余率", 5, "≤5%得5分；每超1个百分点扣1分，扣完为止", D("5")),
        ("过程", "“三公”经费控制率", 5, "≤100%得满分，否则不得分", D("5")),
        ("过程", "政府采购执行率", 5, "得分=政府采购执行率×5", q(Fraction(bought) / Fraction(buy_plan) * 5)),
        ("过程", "管理制度健全性", 5, "制度健全3分，执行有效2分", D("4.5")),
        ("过程", "预决算信息公开", 5, "按时公开3分，内容完整2分", D("5")),
        ("产出", "老年人体检人数", 10, "完成率×分值，超额不加分", D("10")),
        ("产出", "健康活动场次", 10, "完成率×分值，超额不加分", D("10")),
        ("产出", "规范化建档率", 10, "达到目标得满分，未达到按比例", D("10")),
        (
            "效果",
            "基层诊疗量占比",
            10,
            "得分=实际值÷目标值×分值",
            q(Fraction(186_3200, 342_0500) / Fraction(55, 100) * 10),
        ),
        ("效果", "服务能力提升", 5, "成效明显5分，一般3分", D("4")),
        ("效果", "服务对象满意度", 5, "≥90%得满分；[80%,90%)得4分；低于80%得2分", D("5")),
    ]
    groups = {}
    for group, _, weight, _, score in rubric:
        held = groups.setdefault(group, [0, D(0)])
        held[0] += weight
        held[1] += score
    points = sum((one[1] for one in groups.values()), D(0))
    d.h("四、评价结论")
    d.p(
        f"按照评分标准逐项打分，我局2023年度部门整体支出绩效自评得分{d('points', points)}分，评价等次为“{d('grade', '优')}”（90分以上为优，80—90分为良，60—80分为中，60分以下为差）。其中投入指标{groups['投入'][0]}分，得{d('g1', groups['投入'][1])}分；过程指标{groups['过程'][0]}分，得{d('g2', groups['过程'][1])}分，得分率{d('g2rate', pc(groups['过程'][1], groups['过程'][0]))}；产出指标30分，得{d('g3', groups['产出'][1])}分，得分率100%；效果指标20分，得{d('g4', groups['效果'][1])}分，得分率{d('g4rate', pc(groups['效果'][1], 20))}。",
    )
    d.h("五、存在的主要问题")
    d.p(
        "一是预算编制的前瞻性不够，年中追加资金较多，部分项目年初未细化到具体单位。",
        f"二是少数项目支出进度偏慢，{d('blank', '计划生育家庭奖励扶助资金')}因对象年审在第四季度完成，年末形成结转。",
        "三是个别绩效指标设定偏低，完成值明显高于目标值。",
    )
    d.h("六、改进措施")
    d.p(
        "（一）提前谋划，做实项目库，做到资金跟着项目走。（二）实行支出进度月通报制度，对进度低于序时进度的单位进行约谈。（三）完善指标体系，参考近三年实际完成值合理确定目标值。",
    )
    d.h("附件", "澄渡区卫生健康局2023年度部门整体支出绩效自评评分表")
    rows = [["一级指标", "三级指标", "分值", "评分标准", "得分"]]
    for place, (group, name, weight, rule, score) in enumerate(rubric):
        rows.append([group, name, d(f"w{place}", weight), rule, d(f"s{place}", score)])
    rows.append(["合计", "", d("wt", 100), "", d("st", points)])
    d.t(rows)
    d.fault("rate", "left final leftrate", {"leftrate": pc(left, cost)}, "a/b*100=c", "divided by what was spent")
    d.fault(
        "target",
        "lowrate claim",
        {"claim": "圆满完成年度目标"},
        note="54.47 per cent against a target of 55 per cent, claimed as reached",
    )
    d.fault("score_rule", "s3", {"s3": "5"}, note="adjustment of 5.99 per cent gives 3 points")
    d.fault("survey", "v1 v2 v3 v4 back", {"v3": "37"}, "a+b+c+d=e", "answers exceed the valid forms")
    d.fault("sum", "pj1 pj2 pj3 pj4 pj5 project", {"pj2": "1254.36"}, "a+b+c+d+e=f", "digits swapped")
    d.fault("structure", "blank", {"blank": "XXXX资金"}, note="placeholder left standing")
    d.fault("policy", "open", {"open": "2023年3月24日"}, note="42 days after the approval, said to be within 20")
    d.ok("sum", "sub1 sub2 sub3 subs", "a+b+c=d")
    d.ok("rate", "real post control", "a/b*100=c")
    d.ok("sum", "budget adjust final", "a+b=c")
    d.ok("rate", "adjust budget adjrate", "a/b*100=c")
    d.ok("rate", "cost final exec", "a/b*100=c")
    d.ok("difference", "final cost left", "a-b=c")
    d.ok("share", "project cost projectshare", "a/b*100=c")
    d.ok("rate", "bought buyplan buyrate", "a/b*100=c")
    d.ok("growth", "three threelast threedown", "(a-b)/b*100=c")
    d.ok("rate", "checked checkrate", "a/12000*100=b", "more than planned")
    d.ok("score_sum", "g1 g2 g3 g4 points", "a+b+c+d=e")
    d.ok("score_rate", "g2 g2rate", f"a/{groups['过程'][0]}*100=b")
    d.ok("survey", "back sent backrate", "a/b*100=c")
    d.ok("rate", "files people filerate", "a/b*100=c")
    d.ok("score_rule", "exec s2", "a*10/100=b")
    return d
