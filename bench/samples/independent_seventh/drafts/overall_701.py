"""A city's transport bureau on its whole spending, extracted from Word, with flattened tables of indicators."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc
from samples.independent_seventh.layout import m


def paper() -> Paper:
    d = Paper("701-澜岫市交通运输局2023年度部门整体支出绩效自评报告.txt", gap="\n\t")
    grant, work, other, opening = D("17905.20"), D("312.40"), D("86.15"), D("338.60")
    income = grant + work + other + opening
    staff, public, project = D("2876.41"), D("338.45"), D("14890.86")
    basic = staff + public
    total = basic + project
    last = D("17386.50")
    car0, car1, guest0, guest1 = D("76.00"), D("65.20"), D("10.00"), D("6.18")
    three0, three1 = car0 + guest0, car1 + guest1
    asset = [D("2418.36"), D("9762.08"), D("143.52")]
    d.h("澜岫市交通运输局2023年度部门整体支出绩效自评报告", "")
    d.p(
        "为进一步落实全面预算绩效管理要求，压实预算支出责任，提高财政资金使用效益，根据《澜岫市财政局关于开展2023年度部门整体支出绩效自评工作的通知》（澜财绩〔2024〕5号）要求，澜岫市交通运输局（以下简称“市交通局”）对2023年度部门整体支出情况进行了绩效自评，现将有关情况报告如下：",
    )
    d.h("", "一、部门概况", "", "（一）部门基本情况", "", "1.部门基本职责")
    d.p(
        "贯彻执行国家和省、市有关交通运输工作的方针政策和法律法规；组织编制全市综合交通运输体系规划；负责公路、水路建设市场和运输市场监管；承担道路运输、港航、公共汽电车和出租汽车行业管理；指导农村公路建设、养护和管理；负责行业安全生产监督和应急运力保障；完成市委、市政府交办的其他任务。",
    )
    d.h("2.组织架构和人员情况")
    d.p(
        f"市交通局部门共有{d('units', 4)}个预算单位，包括局机关{d('units1', 1)}个行政单位和市公路事业发展中心、市道路运输服务中心、市港航事务中心{d('units2', 3)}个事业单位。编制总数{d('post', 186)}人，其中：行政编制{d('post1', 34)}人，参照公务员管理的事业编制{d('post2', 52)}人，全额补助事业编制{d('post3', 100)}人。年末在职人员{d('real', 171)}人，其中：行政人员{d('real1', 32)}人，参公人员{d('real2', 47)}人，全额补助事业人员{d('real3', 92)}人；另有退休人员118人，由社会保险经办机构发放养老金。",
    )
    d.h("3.资产情况")
    d.p(
        f"截至2023年底，市交通局部门资产总额{d('asset', m(sum(asset, D(0))))}万元，其中：流动资产{d('asset1', m(asset[0]))}万元，固定资产净值{d('asset2', m(asset[1]))}万元，无形资产净值{d('asset3', m(asset[2]))}万元。",
    )
    d.h("（二）部门履职总体目标")
    d.p(
        "1.加快综合交通项目建设，全年完成交通固定资产投资40亿元以上。",
        "2.推进“四好农村路”建设，新改建农村公路230公里以上，改造危桥20座。",
        "3.优先发展城市公共交通，更新新能源公交车，巩固建制村通客车成果。",
        "4.守牢行业安全底线，重大隐患动态清零。",
    )
    d.h("（三）部门整体支出绩效目标完成情况")
    d.p(
        f"1.项目建设提速。全年完成交通固定资产投资{d('invest', '41.6')}亿元，为年度计划{d('invest0', '40')}亿元的{d('investrate', '104.00%')}，比上年增加{d('investmore', '3.9')}亿元，增长{d('investup', ch(D('41.6'), D('37.7')))}（2022年完成{d('investlast', '37.7')}亿元）。",
        f"2.农村路网提质。新改建农村公路{d('road', '236.4')}公里，其中县道升级改造{d('road1', '48.2')}公里、乡道双车道改造{d('road2', '85.7')}公里、村道延伸联网{d('road3', '102.5')}公里；实施村道安防工程312公里，完成危桥改造{d('bridge', 17)}座。",
        f"3.公共交通提档。年内新增新能源公交车{d('bus', 45)}辆，报废老旧车辆{d('busold', 11)}辆，年末在营公交车由上年末的{d('buslast', 352)}辆增加到{d('busnow', 386)}辆。全市158个建制村通客车率保持100%。",
        f"4.安全监管提级。全年检查运输企业和在建工地1286家次，发现隐患{d('risk', 947)}处，年内整改{d('risk1', 931)}处，整改率{d('riskrate', pc(931, 947))}，其余16处已落实临时管控措施，计划2024年一季度销号。",
        f"5.行政执法提效。查处交通运输违法案件{d('case', 642)}件，其中超限运输{d('case1', 388)}件、非法营运{d('case2', 173)}件、其他{d('case3', 81)}件。12328热线受理诉求{d('call', 3418)}件，办结{d('call1', 3402)}件，办结率{d('callrate', pc(3402, 3418))}。",
    )
    d.h("（四）部门预算绩效管理开展情况")
    d.p(
        "局成立由主要负责人任组长的绩效管理工作领导小组，财务科牵头，各业务科室和所属单位分工负责。年初同步编报绩效目标，年中对12个项目开展运行监控，年末组织全面自评。",
    )
    d.h("（五）部门预算及执行情况")
    d.p(
        f"2023年部门预算收入（含预算调整，下同）{d('income', m(income))}万元，其中：财政拨款收入{d('grant', m(grant))}万元，事业收入{d('work', m(work))}万元，其他收入{d('other', m(other))}万元，年初结转结余{d('opening', m(opening))}万元。",
        f"2023年部门支出{d('total', m(total))}万元，其中：基本支出{d('basic', m(basic))}万元（人员经费{d('staff', m(staff))}万元，日常公用经费{d('public', m(public))}万元），项目支出{d('project', m(project))}万元。支出总额占预算收入的{d('rate', pc(total, income))}，年末结转结余{d('closing', m(income - total))}万元。与2022年支出{d('last', m(last))}万元相比，增加{d('more', m(total - last))}万元，增长{d('up', ch(total, last))}，主要是农村公路建设补助增加。",
        f"“三公”经费年初预算{d('three0', m(three0))}万元，实际支出{d('three1', m(three1))}万元，比预算减少{d('threedown', ch(three1, three0))}。其中：因公出国（境）费预算0万元，支出0万元；公务用车运行维护费预算{d('car0', m(car0))}万元，支出{d('car1', m(car1))}万元，减少{d('cardown', ch(car1, car0))}；公务接待费预算{d('guest0', m(guest0))}万元，支出{d('guest1', m(guest1))}万元，减少{d('guestdown', ch(guest1, guest0))}。",
    )
    d.h("", "二、部门整体支出绩效实现情况", "", "（一）履职完成情况（产出指标）")
    d.t(
        [
            ["", "产出指标\n二级指标", "产出指标\n三级指标", "年度指标值", "全年完成值", ""],
            ["", "数量指标", "新改建农村公路里程", "≥230公里", d("troad", "236.4") + "公里", ""],
            ["", "", "危桥改造座数", d("tbridge0", "20座"), d("tbridge", "17座"), ""],
            ["", "", "新增新能源公交车", "≥40辆", d("tbus", "45") + "辆", ""],
            ["", "", "村道安防工程", "≥300公里", "312公里", ""],
            ["", "质量指标", "农村公路交工验收合格率", "100%", "100%", ""],
            ["", "", "安全隐患整改率", "≥95%", d("trisk", pc(931, 947)), ""],
            ["", "时效指标", "热线诉求办结率", "≥98%", d("tcall", pc(3402, 3418)), ""],
            ["", "成本指标", "“三公”经费控制", "≤86万元", d("tthree", m(three1)) + "万元", ""],
        ]
    )
    d.p(f"从上表看，{d('claim', '除危桥改造外，其余产出指标均达到年度指标值')}。")
    d.h("（二）履职效果情况（效益指标）")
    d.t(
        [
            ["", "效益指标\n二级指标", "效益指标\n三级指标", "年度指标值", "全年完成值", ""],
            ["", "经济效益\n指标", "交通固定资产投资", "≥40亿元", d("tinvest", "41.6") + "亿元", ""],
            ["", "社会效益\n指标", "建制村通客车率", "100%", "100%", ""],
            ["", "生态效益\n指标", "新能源公交车占比", "≥60%", d("tgreen", pc(251, 386)), ""],
        ]
    )
    d.p(f"年末在营公交车中新能源车{d('green', 251)}辆，占比{d('greenrate', pc(251, 386))}。")
    d.h("（三）社会满意度")
    d.p(
        f"采取车站拦访和线上问卷相结合的方式，共发放问卷{d('sent', 500)}份，收回486份，其中有效问卷{d('valid', 470)}份，表示满意的{d('happy', 435)}份，公众满意度{d('sat', pc(435, 470))}，高于90%的年度目标。",
    )
    d.h("", "三、存在的问题及改进措施", "", "（一）主要问题")
    d.p(
        "1.危桥改造进度偏慢。3座危桥因施工图审查和管线迁改滞后，未能在年内完工。",
        f"{d('two', 2)}.部分绩效指标可衡量性不强。行业发展类指标与资金投入的对应关系还不够清晰。",
        f"{d('three', 3)}.所属单位绩效管理基础薄弱，资料归集不及时。",
    )
    d.h("（二）改进措施")
    d.p(
        "一是倒排危桥改造工期，对结转的3座危桥逐座明确责任人；二是完善分行业绩效指标库；三是加强对所属单位的业务培训。",
    )
    d.h("", "四、绩效自评结果拟应用和公开情况")
    d.p("自评结果作为编制2025年部门预算的参考，并按规定在市政府门户网站公开，接受社会监督。")
    d.h("", f"附件：{d('annex', '2023年度部门整体支出绩效自评表')}", "", "        澜岫市交通运输局")

    d.fault("count", "real1 real2 real3 real", {"real": 173}, "a+b+c=d", "total of the staff not refreshed")
    d.fault("rate", "risk1 risk riskrate", {"riskrate": "98.13%"}, "a/b*100=c", "digits swapped")
    d.fault("repeat", "trisk riskrate", {"riskrate": "98.13%"}, "a=b", "text against table")
    d.ok("sum", "staff public basic", "a+b=c")
    d.fault("growth", "more total up", {"up": pc(total - last, total)}, "a/(b-a)*100=c", "divided by the new year")
    d.fault(
        "target", "tbridge0 tbridge claim", {"claim": "各项产出指标均达到或超过年度指标值"}, note="17 of 20 bridges"
    )
    d.fault("structure", "three", {"three": 4}, note="1, 2, 4: number three is missing")
    d.fault("year", "annex", {"annex": "2022年度部门整体支出绩效自评表"}, note="the annex of the year before")
    d.ok("count", "units1 units2 units", "a+b=c")
    d.ok("count", "post1 post2 post3 post", "a+b+c=d")
    d.ok("sum", "asset1 asset2 asset3 asset", "a+b+c=d")
    d.ok("rate", "invest invest0 investrate", "a/b*100=c")
    d.ok("growth", "invest investlast investup", "(a-b)/b*100=c")
    d.ok("difference", "invest investlast investmore", "a-b=c")
    d.ok("sum", "road1 road2 road3 road", "a+b+c=d")
    d.ok("count", "buslast bus busold busnow", "a+b-c=d")
    d.ok("count", "case1 case2 case3 case", "a+b+c=d")
    d.ok("rate", "call1 call callrate", "a/b*100=c")
    d.ok("sum", "grant work other opening income", "a+b+c+d=e")
    d.ok("sum", "basic project total", "a+b=c")
    d.ok("rate", "total income rate", "a/b*100=c")
    d.ok("difference", "income total closing", "a-b=c")
    d.ok("difference", "total last more", "a-b=c")
    d.ok("growth", "three1 three0 threedown", "(b-a)/b*100=c")
    d.ok("growth", "car1 car0 cardown", "(b-a)/b*100=c")
    d.ok("growth", "guest1 guest0 guestdown", "(b-a)/b*100=c")
    d.ok("sum", "car1 guest1 three1", "a+b=c")
    d.ok("repeat", "road troad", "a=b")
    d.ok("repeat", "three1 tthree", "a=b")
    d.ok("survey", "happy valid sat", "a/b*100=c")
    d.ok("share", "green busnow greenrate", "a/b*100=c")
    return d
