"""312: clean; a self-evaluation full of statements that look false and hold."""

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.making import Paper, changed


def draft() -> Draft:
    d = Paper(312, "兰汀县市场监督管理局2023年度部门整体支出绩效自评报告", "docx")
    plan, adjusted, spent = D("3150.00"), D("3384.62"), D("3306.18")
    basic = D("2471.35")
    project = spent - basic
    car, guest = D("21.36"), D("1.08")
    d.h(1, "兰汀县市场监督管理局2023年度部门整体支出绩效自评报告")
    d.p(
        "根据兰财绩〔2024〕3号文件要求，依照《预算绩效管理暂行办法》（兰财发〔2021〕18号），现将我局2023年度部门整体支出绩效自评情况报告如下。"
    )
    d.h(2, "一、部门基本情况")
    d.p(
        f"1.人员编制。全局编制{at('z', '156')}名，在职{at('h', '151')}人，其中公务员{at('h1', '62')}人、参公人员{at('h2', '35')}人、事业人员{at('h3', '54')}人；另有劳务派遣人员18人，不占编制，不计入在职人数。",
        "2.机构。局机关设12个股室，派出基层市场监管所9个，比2022年减少1个，城东、城西两所于2023年5月合并。",
        "3.监管对象。年末实有经营主体24,863户，其中企业5,917户，个体工商户18,604户，其余为农民专业合作社。",
    )
    d.h(2, "二、收支情况")
    d.p(
        f"1.年初预算{at('p0', money(plan))}万元，其中基本支出2390.00万元、项目支出760.00万元；年中追加{at('padd', money(adjusted - plan))}万元，调整后预算{at('p1', money(adjusted))}万元，较年初增长{at('pp', changed(adjusted, plan))}。",
        f"2.全年支出{at('x', money(spent))}万元（约合3306万元），执行率{at('xr', percent(spent, adjusted))}；若按年初预算计算，为{at('xr0', percent(spent, plan))}，超过100%系年中追加所致。基本支出{at('xb', money(basic))}万元，占{at('xbp', percent(basic, spent))}；项目支出{at('xp', money(project))}万元，占{at('xpp', percent(project, spent))}，其中食品抽检{at('k1', '318.40')}万元（含快检耗材26.50万元）、特种设备检验{at('k2', '164.25')}万元、“双随机”检查{at('k3', '87.60')}万元，其余为信息化等支出。",
        f"3.“三公”经费{at('y', money(car + guest))}万元，比上年{at('yo', '20.15')}万元增加{at('yd', money(car + guest - D('20.15')))}万元，增长{at('yp', changed(car + guest, D('20.15')))}，主要是执法车辆老化、维修费增加，但未突破28.00万元的年度预算。其中公务用车运行维护费{at('yc', money(car))}万元、公务接待费{at('yg', money(guest))}万元。",
        "4.财务费用-0.42万元，为利息收入大于手续费形成的负数。",
        "资金情况表（单位：万元）",
    )
    d.t(
        [
            "项目/年初预算/调整预算/支出数/执行率",
            (
                "基本支出",
                "2390.00",
                at("b1", "2498.70"),
                at("b2", money(basic)),
                at("b3", percent(basic, D("2498.70"))),
            ),
            (
                "项目支出",
                "760.00",
                at("c1", money(adjusted - D("2498.70"))),
                at("c2", money(project)),
                at("c3", percent(project, adjusted - D("2498.70"))),
            ),
            (
                "合计",
                money(plan),
                at("t1", money(adjusted)),
                at("t2", money(spent)),
                at("t3", percent(spent, adjusted)),
            ),
        ]
    )
    d.h(2, "三、绩效目标完成情况")
    d.p(
        f"1.食品安全。完成食品抽检{at('f', '2180')}批次，每千人4.2批次；检出不合格{at('fb', '47')}批次，不合格率{at('fr', percent(47, 2180))}，较2022年的2.31%下降{at('fd', '0.15')}个百分点，核查处置率100%。",
        f"2.特种设备。在用设备3,216台（套），应检{at('s', '1048')}台，实检{at('s1', '1048')}台，定检率100%。",
        f"3.消费维权。受理投诉举报{at('c', '1735')}件，同比{at('cdir', '下降')}{at('cp', changed(D(1735), D(1902)))}（2022年为{at('c0', '1902')}件），为消费者挽回损失96.4万元；办结{at('cd', '1698')}件，办结率{at('cr', percent(1698, 1735))}，未办结的37件均在法定期限内。",
        "4.登记便利化。新设立企业1,126户，企业开办时间由1个工作日压缩至0.5个工作日，压缩50%，网上办理率达九成以上。",
        f"5.满意度。线上线下共收回问卷{at('q', '412')}份，其中线上268份、线下144份，平均分{at('qs', '93.8')}分（满分100分）。",
    )
    d.h(2, "四、自评得分")
    d.t(
        [
            "一级指标/分值/得分/扣分原因",
            ("预算执行", "10", at("m1", "9.77"), "执行率97.68%"),
            ("产出指标", "50", at("m2", "49.00"), "网上监测平台上线推迟，扣1分"),
            ("效益指标", "30", at("m3", "30.00"), "—"),
            ("满意度指标", "10", at("m4", "9.38"), "按平均分折算"),
            ("合计", "100", at("m", "98.15"), ""),
        ]
    )
    d.p(
        f"自评得分{at('mm', '98.15')}分，等级为“优”（90分以上为优、80分以上不足90分为良、60分以上不足80分为中、不足60分为差）。"
    )
    d.h(2, "五、存在问题和改进措施")
    d.p(
        "（一）网络交易监测平台原定2023年9月上线，因等保测评推迟至12月。改进措施：2024年起实行项目节点管理。",
        "（二）项目支出执行率低于基本支出，主要原因是检验合同按批次结算，第四季度发票跨年。改进措施：与检验机构约定按季结算。",
        "附件：1.自评表；2.2023年项目清单；3.2022年度同类指标对照表",
    )
    d.ok("count", "a+b+c=d", "h1", "h2", "h3", "h")
    d.ok("difference", "a-b=c", "p1", "p0", "padd")
    d.ok("growth", "(a-b)/b*100=c", "p1", "p0", "pp")
    d.ok("rate", "a/b*100=c", "x", "p1", "xr")
    d.ok("rate", "a/b*100=c", "x", "p0", "xr0")
    d.ok("share", "a/b*100=c", "xb", "x", "xbp")
    d.ok("share", "a/b*100=c", "xp", "x", "xpp")
    d.ok("sum", "a+b=c", "yc", "yg", "y")
    d.ok("growth", "(a-b)/b*100=c", "y", "yo", "yp")
    d.ok("rate", "a/b*100=c", "b2", "b1", "b3")
    d.ok("rate", "a/b*100=c", "c2", "c1", "c3")
    d.ok("sum", "a+b=c", "b2", "c2", "t2")
    d.ok("rate", "a/b*100=c", "fb", "f", "fr")
    d.ok("growth", "(b-a)/b*100=c", "c", "c0", "cp")
    d.ok("rate", "a/b*100=c", "cd", "c", "cr")
    d.ok("score_sum", "a+b+c+d=e", "m1", "m2", "m3", "m4", "m")
    return d
