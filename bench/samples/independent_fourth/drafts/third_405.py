"""A consultancy's evaluation of farmland works, prose with lists and flattened tables."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, pc, q


def paper() -> Paper:
    d = Paper("405-乔洲市2023年高标准农田建设项目第三方绩效评价报告.txt", width=40, gap="   ", spaced=True)
    central, province, city, county = D("6480.00"), D("2160.00"), D("648.00"), D("1512.00")
    total = central + province + city + county
    paid = {"青麓县": D("3126.40"), "河坪县": D("2874.15"), "双埠区": D("1836.72"), "松坳县": D("2108.33")}
    given = {"青麓县": D("3360.00"), "河坪县": D("3000.00"), "双埠区": D("1920.00"), "松坳县": D("2520.00")}
    area = {"青麓县": D("2.80"), "河坪县": D("2.50"), "双埠区": D("1.60"), "松坳县": D("2.10")}
    keys = dict(zip(paid, "abcd", strict=True))
    all_paid, all_area = sum(paid.values(), D(0)), sum(area.values(), D(0))
    d.h(
        "乔洲市2023年高标准农田建设项目",
        "第三方绩效评价报告",
        "委托单位：乔洲市财政局",
        "评价机构：砺衡会计师事务所（普通合伙）",
        "2024年9月",
        "— 1 —",
        "摘  要",
    )
    d.p(
        f"受乔洲市财政局委托，砺衡会计师事务所于{d('from', '2024年6月至8月')}对乔洲市2023年高标准农田建设项目实施了绩效评价。项目总投资{d('total', total)}万元，计划建设高标准农田{d('area', all_area)}万亩，亩均投资{d('permu', q(total / all_area))}元。截至2024年5月31日，实际支出{d('paid', all_paid)}万元，资金使用率{d('paidrate', pc(all_paid, total))}。经综合评价，项目得分{d('score', '84.62')}分，评价等级为“{d('grade', '良')}”。",
    )
    d.h("一、基本情况", "（一）项目背景")
    d.p(
        "高标准农田建设是巩固和提高粮食生产能力、保障国家粮食安全的关键举措。近年来，乔洲市坚持新增建设和改造提升并重，把永久基本农田中集中连片、具备条件的地块优先纳入建设范围，着力解决田块细碎、渠系老化、机耕路窄等突出问题。",
        f"2023年，省农业农村厅下达乔洲市高标准农田建设任务{d('area2', all_area)}万亩，其中新建{d('new', '6.20')}万亩、改造提升{d('renew', '2.80')}万亩，涉及青麓县、河坪县、双埠区、松坳县{d('places', 4)}个县（区）{d('towns', 23)}个乡镇。",
    )
    d.h("（二）资金投入和使用情况")
    d.p(
        f"项目计划总投资{d('plan', total)}万元，其中：中央财政资金{d('central', central)}万元，占{d('cshare', pc(central, total))}；省级财政资金{d('province', province)}万元，占{d('pshare', pc(province, total))}；市级配套{d('city', city)}万元，占{d('cityshare', pc(city, total))}；县级配套{d('county', county)}万元，占{d('countyshare', pc(county, total))}。",
        "截至评价基准日，各级资金已全部到位，到位率100%。各县（区）资金使用情况见表1。",
    )
    d.h("表1  资金分配与支出情况表", "单位：万元、万亩、%")
    d.t(
        [
            ["县（区）", "建设面积", "到位资金", "实际支出", "支出率"],
            *(
                [
                    name,
                    d(f"m{keys[name]}", area[name]),
                    d(f"g{keys[name]}", given[name]),
                    d(f"p{keys[name]}", paid[name]),
                    d(f"r{keys[name]}", q(paid[name] / given[name] * 100)),
                ]
                for name in paid
            ),
            ["合计", d("mt", all_area), d("gt", total), d("pt", all_paid), d("rt", q(all_paid / total * 100))],
        ]
    )
    d.h("（三）组织实施与绩效目标")
    d.p(
        "市农业农村局负责项目的统筹指导、初步设计审批和竣工验收；各县（区）农业农村局为项目法人，负责招标、合同和质量管理；乡镇负责土地协调和建后管护。",
        "绩效目标为：建成高标准农田9.00万亩，新建及改造灌排渠道不少于210公里、机耕路不少于165公里；工程质量合格率100%；项目区粮食亩均增产不低于50公斤；受益群众满意度不低于90%。",
    )
    d.h("二、评价工作开展情况")
    d.p(
        f"评价组由{d('team', 9)}人组成，其中注册会计师{d('team1', 3)}人、农田水利专业人员{d('team2', 4)}人、助理人员{d('team3', 2)}人。现场评价覆盖全部4个县（区），抽查项目标段{d('lots', 14)}个，占标段总数{d('alllots', 36)}个的{d('lotrate', pc(14, 36))}；抽查资金{d('looked', '4186.50')}万元，占实际支出的{d('lookrate', pc(D('4186.50'), all_paid))}。",
        f"向项目区群众发放问卷{d('sent', 480)}份，收回{d('back', 463)}份，其中有效{d('valid', 452)}份，有效率{d('validrate', pc(452, 463))}。",
    )
    d.h("三、综合评价情况及结论")
    scores = [("决策", 18, D("16.50")), ("过程", 22, D("17.82")), ("产出", 32, D("27.30")), ("效益", 28, D("23.00"))]
    d.p(
        f"评价指标体系包括决策、过程、产出、效益4个一级指标，权重分别为18分、22分、32分、28分，评价得分分别为{d('s1', '16.50')}分、{d('s2', '17.82')}分、{d('s3', '27.30')}分、{d('s4', '23.00')}分，合计{d('st', '84.62')}分。",
        "评价等级划分：90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差。",
    )
    d.h("表2  评价得分汇总表")
    d.t(
        [
            ["一级指标", "权重", "得分", "得分率"],
            *(
                [name, d(f"w{at}", weight), d(f"t{at}", score), d(f"tr{at}", pc(score, weight))]
                for at, (name, weight, score) in enumerate(scores)
            ),
            ["合计", d("wt", 100), d("tt", "84.62"), "84.62%"],
        ]
    )
    d.h("— 4 —", "四、绩效评价指标分析", "（一）决策情况")
    d.p(
        "项目立项符合国家和省高标准农田建设规划，审批程序完备。不足之处：个别县绩效目标未细化到标段，扣1分；松坳县配套资金测算依据不充分，扣0.5分。",
    )
    d.h("（二）过程情况")
    d.p(
        f"资金使用率{d('paidrate2', pc(all_paid, total))}，其中松坳县最低，为{d('lowest', pc(paid['松坳县'], given['松坳县']))}，低于平均水平{d('gap', q(all_paid / total * 100) - q(paid['松坳县'] / given['松坳县'] * 100))}个百分点。财务管理方面，发现2个标段工程进度款支付审批表缺少监理签字；合同管理方面，1个标段未约定质保金比例。",
    )
    d.h("（三）产出情况")
    d.p(
        f"1. 建设面积。实际建成{d('built', '8.86')}万亩，完成率{d('builtrate', pc(D('8.86'), all_area))}，松坳县0.14万亩因土地权属调整尚未完工。",
        f"2. 配套工程。新建及改造灌排渠道{d('canal', '218.40')}公里，完成率{d('canalrate', pc(D('218.40'), D(210)))}；机耕路{d('road', '171.60')}公里，完成率{d('roadrate', pc(D('171.60'), D(165)))}。",
        f"3. 工程质量。已验收标段{d('accepted', 33)}个，一次性验收合格{d('passed', 31)}个，一次性合格率{d('passrate', pc(31, 33))}，其余2个经整改后合格。",
        f"4. 完成时效。36个标段中按期完工{d('ontime', 29)}个，按期完工率{d('timerate', pc(29, 36))}。",
    )
    d.h("（四）效益情况")
    d.p(
        f"1. 粮食增产。抽样测产显示，项目区亩均产量由建设前的{d('before', 486)}公斤提高到{d('after', 541)}公斤，亩均增产{d('gain', 55)}公斤，增幅{d('gainrate', pc(55, 486))}。",
        f"2. 节水增效。灌溉水有效利用系数由0.52提高到0.58，提高{d('coef', '0.06')}。",
        f"3. 群众满意度。有效问卷中，满意{d('v1', 318)}份、较满意{d('v2', 97)}份、一般{d('v3', 29)}份、不满意{d('v4', 8)}份，满意度为{d('sat', pc(318 + 97, 452))}（满意与较满意之和占有效问卷的比例），高于目标值{d('satgap', q(Fraction(415, 452) * 100) - 90)}个百分点。",
    )
    d.h("五、主要经验及做法")
    d.p(
        "一是推行“田长+网格员”巡查，二是引入第三方检测机构对隐蔽工程全程留痕，三是河坪县探索“先建后补”，带动社会资本投入。"
    )
    d.h("六、存在问题及原因分析")
    d.p(
        f"（一）资金支付偏慢。截至评价基准日，尚有{d('left', total - all_paid)}万元未支付，其中松坳县{d('leftd', given['松坳县'] - paid['松坳县'])}万元，占{d('leftshare', pc(given['松坳县'] - paid['松坳县'], total - all_paid))}。",
        "（二）部分标段未按期完工。主要受汛期和征占地协调影响。",
        f"（{d('three', '三')}）建后管护责任不清。抽查的14个标段中有5个未签订管护协议{d('bracket', '（占抽查标段的35.71%）')}，管护经费也未列入预算。",
    )
    d.h("七、相关建议")
    d.p("（一）加快竣工结算和资金支付。（二）把土地权属调整作为开工前置条件。（三）足额落实管护经费，明确管护主体。")
    d.h("砺衡会计师事务所（普通合伙）", "2024年9月18日")
    d.fault("share", "county plan countyshare", {"countyshare": "15.00%"}, "a/b*100=c", "the four shares give 101")
    d.fault(
        "rate", "pc gc rc", {"rc": q(paid["青麓县"] / given["青麓县"] * 100)}, "a/b*100=c", "the rate of another row"
    )
    d.fault("score_rate", "t1 w1 tr1", {"tr1": "80.10%"}, "a/b*100=c", "digits wrong")
    d.fault("sum", "team1 team2 team3 team", {"team": 8}, "a+b+c=d", "team of nine")
    d.fault("difference", "after before gain", {"before": 468}, "a-b=c", "digits swapped")
    d.fault("structure", "bracket", {"bracket": "（占抽查标段的35.71%"}, note="bracket never closed")
    d.fault("repeat", "area area2", {"area2": "9.60"}, "a=b", "two sizes of the same task")
    d.ok("sum", "central province city county plan", "a+b+c+d=e")
    d.ok("share", "central plan cshare", "a/b*100=c")
    d.ok("rate", "paid total paidrate", "a/b*100=c")
    d.ok("sum", "ma mb mc md mt", "a+b+c+d=e")
    d.ok("sum", "pa pb pc pd pt", "a+b+c+d=e")
    d.ok("rate", "pd gd rd", "a/b*100=c")
    d.ok("difference", "rt lowest gap", "a-b=c", "percentage points")
    d.ok("survey", "v1 v2 v3 v4 valid", "a+b+c+d=e")
    d.ok("survey", "valid back validrate", "a/b*100=c")
    d.ok("score_sum", "s1 s2 s3 s4 st", "a+b+c+d=e")
    d.ok("score_rate", "t0 w0 tr0", "a/b*100=c")
    d.ok("rate", "passed accepted passrate", "a/b*100=c", "of the lots accepted, not of all")
    d.ok("share", "leftd left leftshare", "a/b*100=c")
    return d
