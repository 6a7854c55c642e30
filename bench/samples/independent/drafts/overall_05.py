"""A department's self-evaluation of its overall expenditure, as plain text: a county's water bureau."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(5, "溪口县水利局整体支出自评", "txt")
    staff, goods, projects = D("1386.42"), D("214.58"), D("3275.60")
    basic = staff + goods
    total = basic + projects
    last = D("4512.35")
    opening = D("38.20")
    income = D("4862.15")
    closing = opening + income - total
    d.p("溪口县水利局2023年度部门整体支出绩效自评报告", "")
    d.p(
        "按照县财政局关于做好上年度绩效自评的部署，我局抽调财务、规划、建管三个股室骨干组成自评小组，对照批复的绩效目标逐条"
        "核对账簿、合同和验收资料，现把自评情况报告如下。",
        "",
    )
    d.p("一、单位基本情况")
    d.p(
        f"（一）机构人员。我局为县政府工作部门，内设办公室、规划建设股、水资源股、河湖股{m('offices', '4')}个股室，"
        "下辖水库管理所、灌区服务站、水文监测站、质量监督站、移民服务中心五家股级事业单位。"
        f"全局核定编制{m('est', '126')}名，其中行政编制{m('est1', '18')}名、事业编制{m('est2', '108')}名；"
        f"年末在职{m('head', '119')}人，其中行政{m('head1', '17')}人、事业{m('head2', '102')}人；另有退休人员64人由社保发放养老金。"
    )
    d.p(
        f"（二）主要职责。负责水资源合理开发利用、防汛抗旱、农村饮水安全和水土保持{m('bracket', '（含小流域治理）')}，"
        "指导全县河湖管护和水利工程运行。"
    )
    d.p("二、资金收支情况")
    d.p(
        f"2023年部门年初结转{m('opening', money(opening))}万元，当年收入{m('income', money(income))}万元，"
        f"全年支出{m('total', money(total))}万元，年末结转{m('closing', money(closing))}万元。"
        f"支出中，基本支出{m('basic', money(basic))}万元，占{m('sbasic', percent(basic, total))}；"
        f"项目支出{m('projects', money(projects))}万元，占{m('sproj', percent(projects, total))}。"
        f"基本支出里人员经费{m('staff', money(staff))}万元、公用经费{m('goods', money(goods))}万元。"
    )
    d.p(
        f"与2022年支出{m('last', money(last))}万元相比，{m('word', '增加')}{m('diff', money(total - last))}万元，"
        f"增长{m('growth', percent(total - last, last))}，主要原因是{m('reason', '中小河流治理项目集中开工')}。"
    )
    car, guest = D("12.36"), D("4.18")
    bcar, bguest = D("14.00"), D("5.20")
    d.p(
        f"“三公”经费预算{m('b3', money(bcar + bguest))}万元，实际支出{m('a3', money(car + guest))}万元，"
        f"控制率{m('r3', percent(car + guest, bcar + bguest))}。其中公务用车运行维护费{m('car', money(car))}万元，"
        f"公务接待费{m('guest', money(guest))}万元，无因公出国（境）支出。全年接待{m('batches', '46')}批次。"
    )
    d.p(
        "项目支出按用途主要有三块：小流域及中小河流治理1812.40万元，水库除险加固968.20万元，农村供水维修养护495.00万元，三块相加正好是全部项目支出。其中，中央和省级补助2460.00万元，县级配套815.60万元。",
        "固定资产账面原值年初为6420.18万元，当年新增386.42万元，报废处置118.60万元，年末为6688.00万元；在用固定资产6520.80万元，利用率97.50%。政府采购预算安排640.00万元，实际采购612.80万元，执行率95.75%，节约的27.20万元全部交回。",
    )
    d.p("三、绩效目标完成情况")
    d.p(
        f"1.工程建设。计划完成病险水库除险加固{m('tres', '8')}座，实际完成{m('ares', '8')}座；计划治理河道{m('triv', '36.5')}公里，"
        f"实际治理{m('ariv', '37.2')}公里。{m('claim', '年初确定的建设任务均已超额或如期完成')}。"
    )
    d.p(
        f"2.供水保障。年末农村集中供水受益人口{m('pop', '21.06')}万人，占农村人口{m('allpop', '23.40')}万人的"
        f"{m('spop', percent(D('21.06'), D('23.40')))}。水质监测抽检{m('tests', '240')}份，合格{m('good', '234')}份，"
        f"合格率{m('rgood', percent(234, 240))}。"
    )
    d.p(
        f"{m('n3', '3')}.河湖管护。全年巡河{m('patrol', '5120')}次，发现问题{m('prob', '312')}个，"
        f"整改销号{m('fixed', '306')}个，整改率{m('rfixed', percent(306, 312))}；"
        f"四个乡镇青石镇、大湾镇、柳林乡、白沙乡分别整改{m('t1', '98')}个、{m('t2', '84')}个、{m('t3', '71')}个、{m('t4', '53')}个。"
    )
    d.p(
        "4.群众评价。向灌区农户和供水用户发放问卷"
        f"{m('sent', '500')}份，收回{m('back', '488')}份，其中有效{m('valid', '480')}份，有效率{m('rvalid', percent(480, 488))}；"
        f"表示满意和基本满意的{m('happy', '456')}份，满意度{m('rhappy', percent(456, 480))}。"
    )
    d.p(
        "5.安全度汛。汛期启动应急响应3次，转移群众1846人，未发生人员伤亡；山洪预警短信发送12.6万条次，比上年的10.5万条次增加2.1万条次，增长20%。预警平台全年在线率99.2%，比年度目标高0.7个百分点，年度目标为98.5%。",
        "6.水土保持。新增水土流失治理面积42平方公里，目标40平方公里；其中坡改梯12平方公里、经果林18平方公里、封禁治理12平方公里。生产建设项目水土保持方案审批28件，均在承诺时限内办结。",
    )
    d.p("四、自评得分")
    parts = [("投入", "15", "15"), ("过程", "30", "27.5"), ("产出", "30", "29"), ("效益", "25", "23.5")]
    for key, (name, full, got) in zip("abcd", parts, strict=True):
        d.p(
            f"{name}类指标满分{m('f' + key, full)}分，自评{m('s' + key, got)}分，"
            f"得分率{m('p' + key, percent(D(got), D(full)))}。"
        )
    d.p(
        f"四类合计得分{m('score', '95')}分，按90分及以上为优、80至90分为良、60至80分为中、60分以下为差的标准，"
        f"自评等次为“{m('grade', '优')}”。"
    )
    d.p("五、存在的问题和改进打算")
    d.p(
        "一是部分工程竣工决算审计周期长，尾款支付跨年；二是绩效指标中定性描述偏多，量化不足。"
        f"{m('year', '2024')}年我局将把绩效目标分解到股室，按季通报进度，并压实站所资金使用责任。"
    )
    d.p("", "溪口县水利局", f"{m('date', '2024')}年3月18日")
    _labels(d)
    return d


def _labels(d: Draft) -> None:
    d.ok("sum", "a+b=c", "staff", "goods", "basic")
    d.ok("share", "a/b*100=c", "projects", "total", "sproj")
    d.ok("rate", "a/b*100=c", "a3", "b3", "r3")
    d.ok("count", "a+b=c", "est1", "est2", "est")
    d.ok("rate", "a/b*100=c", "good", "tests", "rgood")
    d.ok("count", "a+b+c+d=e", "t1", "t2", "t3", "t4", "fixed")
    d.ok("score_rate", "a/b*100=c", "sd", "fd", "pd")
    d.ok("score_sum", "a+b+c+d=e", "sa", "sb", "sc", "sd", "score")
    d.ok("sum", "a+b=c", "car", "guest", "a3")
    d.wrong("difference", "closing", "32.75", "opening", "income", "total", formula="a+b-c=d", note="年末结转应为23.75")
    d.wrong("growth", "growth", "6.82%", "diff", "last", formula="a/b*100=c", note="应为8.07%")
    d.wrong("rate", "rfixed", "98.80%", "fixed", "prob", formula="a/b*100=c", note="应为98.08%")
    d.wrong("target", "ares", "6", "tres", "claim", note="8座只完成6座，却称如期完成")
    d.wrong("score_rate", "pb", "97.67%", "sb", "fb", formula="a/b*100=c", note="应为91.67%")
    d.wrong("survey", "rhappy", "93.44%", "happy", "valid", formula="a/b*100=c", note="按有效问卷应为95.00%")
    d.wrong("structure", "bracket", "（含小流域治理", note="括号没有合上")
