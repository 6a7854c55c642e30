"""A city bureau's self-evaluation after the outline of one province: facts, money, work, problems, points."""

from __future__ import annotations

from samples.independent.amounts import D, group, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

SCORES = (
    ("投入", "预算配置", "在职人员控制率", 5, "5", "a1"),
    ("投入", "预算配置", "“三公”经费变动率", 5, "5", "a2"),
    ("过程", "预算执行", "预算完成率", 10, "9.6", "b1"),
    ("过程", "预算执行", "预算调整率", 5, "2", "b2"),
    ("过程", "预算执行", "政府采购执行率", 10, "9.2", "b3"),
    ("过程", "预算管理", "资金使用合规性", 10, "10", "b4"),
    ("过程", "资产管理", "固定资产利用率", 5, "5", "b5"),
    ("产出", "职责履行", "重点工作办结率", 25, "24", "c1"),
    ("效果", "履职效益", "社会效益", 15, "14", "d1"),
    ("效果", "履职效益", "服务对象满意度", 10, "9.5", "d2"),
)


def draft() -> Draft:
    d = Draft(105, "澧原市水务局2023年度整体支出绩效自评报告", "docx")
    plan, adjusted, spent = D("5236.40"), D("6108.75"), D("5864.20")
    basic, project = D("2317.66"), D("3546.54")
    three, three_plan, three_last = D("38.46"), D("45.00"), D("41.20")
    buy, buy_plan = D("1288.30"), D("1402.00")
    d.h(1, "澧原市水务局2023年度部门整体支出绩效自评报告")
    d.p(
        "根据《澧原市财政局关于开展2023年度预算支出绩效自评工作的通知》（澧原财绩〔2024〕5号）精神，我局成立自评工作组，对2023年度部门整体支出逐项对照打分，现将结果报告如下。"
    )
    d.h(2, "一、部门、单位基本情况")
    d.p(
        f"市水务局为市政府工作部门，机关内设科室9个，归口管理二级单位{m('units', '4个')}，即市河道管理处、市水利工程质量监督站、市排水服务中心、市水文化展览馆。",
        f"全系统核定编制{m('posts', '168')}人，年末在职{m('staff', '159')}人，在职人员控制率{m('ctl', percent(159, 168))}；离退休{m('retired', '87')}人；在职与离退休合计{m('people', '246')}人。",
    )
    d.p(
        "主要职责：贯彻落实水利、排水、供水节水法律法规，拟订全市水务发展规划；负责水资源统一管理和节约保护；组织实施水利工程建设与质量监督；承担城市排水与污水处理行业监管；负责河湖长制日常工作和水旱灾害防御。",
        "年度重点工作：围绕“防洪保安、水质改善、排水提质”三条主线，完成澧水主城段清淤、老城区管网修补、易涝点治理和国省控断面达标，全面落实最严格水资源管理制度。",
    )
    d.h(2, "二、一般公共预算支出情况")
    d.p(
        f"2023年年初预算{group(plan)}万元，年中追加{m('added', group(adjusted - plan))}万元，调整后预算数{m('adjusted', group(adjusted))}万元，全年实际支出{m('spent', group(spent))}万元，预算完成率{m('done', percent(spent, adjusted))}，年末结转{m('left', money(adjusted - spent))}万元。"
    )
    d.h(3, "（一）基本支出情况")
    d.p(
        f"基本支出{m('basic', group(basic))}万元，占总支出的{m('bshare', percent(basic, spent))}。其中人员经费{m('wages', '2,011.52')}万元，公用经费{m('office', '306.14')}万元。"
    )
    d.h(3, "（二）项目支出情况")
    d.p(
        f"项目支出{m('project', group(project))}万元，占总支出的{m('pshare', percent(project, spent))}。按用途看，河道清淤{m('p1', '1,420.00')}万元，排水管网修补{m('p2', '1,265.54')}万元，水质监测{m('p3', '318.00')}万元，防汛物资储备{m('p4', '543.00')}万元。"
    )
    d.h(3, "（三）“三公”经费情况")
    d.p(
        f"“三公”经费年初预算{m('tplan', money(three_plan))}万元，实际支出{m('three', money(three))}万元，控制率{m('tctl', percent(three, three_plan))}；上年支出{m('tlast', money(three_last))}万元，同比{m('tdir', '减少')}{m('trate', percent(three_last - three, three_last))}。"
    )
    d.p(
        "资金管理方面，修订《局机关财务管理办法》《项目资金拨付流程》，大额支出一律经局长办公会研究，项目资金实行专账核算；审计和财政监督检查未发现截留、挤占、挪用情况。"
    )
    d.h(2, "三、政府采购执行情况")
    d.p(
        f"全年政府采购预算{m('bplan', group(buy_plan))}万元，实际采购{m('buy', group(buy))}万元，执行率{m('brate', percent(buy, buy_plan))}。"
    )
    d.h(2, "四、部门整体支出绩效情况")
    d.p(
        f"1.防洪保安。汛前排查隐患{m('risk', '126')}处，年底前整改到位{m('fixed', '122')}处，整改率{m('fixrate', percent(122, 126))}，尚有4处列入跨年度工程。",
        f"2.水质改善。全市9个国省控断面中，优良断面8个，优良比例{m('good', percent(8, 9, 1))}，{m('target', '低于')}年初设定的“不低于95%”目标，主要是白芦溪断面总磷偶发超标。",
        f"3.排水提质。新建、改造管网32.6公里，其中新建{m('new', '11.8')}公里，改造{m('redo', '20.8')}公里；消除易涝点14个。",
        f"4.群众评价。发放问卷{m('sent', '400')}份，回收有效问卷{m('valid', '382')}份，表示满意和基本满意的{m('happy', '363')}人，满意度{m('hrate', percent(363, 382))}。",
    )
    d.h(2, "五、存在的问题及原因")
    d.p(
        "1.预算编制不够精细，年中追加偏多。",
        f"{m('second', '2')}.部分采购项目启动较晚，{m('why', '主要原因是设计变更频繁')}。",
        "3.断面水质不稳定，上游面源污染尚未根治。",
    )
    d.h(2, "六、下一步改进措施")
    d.p(
        "加强预算编制的前期论证，提前完成项目立项、评审和采购准备；建立采购进度按月通报制度；会同农业农村部门推进白芦溪流域种植业面源治理，增设自动监测点，压实河长责任。"
    )
    d.h(2, "七、自评结论")
    total = sum((D(one[4]) for one in SCORES), D(0))
    d.p(
        f"按照百分制评分，自评总分{m('score', str(total))}分，等级为{m('grade', '“优”')}（90分及以上为优，80分至90分为良，60分至80分为中，60分以下为差）。各部分得分见下表。"
    )
    rows = [["一级指标", "二级指标", "三级指标", "分值", "得分"]]
    rows += [[one, two, three_, str(points), m(name, score)] for one, two, three_, points, score, name in SCORES]
    rows.append(["合计", "", "", "100", m("tablesum", str(total))])
    d.t(rows)
    d.p(
        f"评分说明：预算调整率按“每超过5个百分点扣1分、不足5个百分点不扣”计，本年调整率{m('turn', percent(adjusted - plan, plan))}，超出零调整部分含3个整5个百分点，{m('minus', '扣3分')}；在职人员控制率不高于100%得满分。"
    )
    _faults(d)
    return d


def _faults(d: Draft) -> None:
    d.wrong("count", "people", "256", "staff", "retired", formula="a+b=c")
    d.wrong("rate", "done", "96.99%", "spent", "adjusted", formula="a/b*100=c")
    d.wrong("share", "pshare", "61.48%", "project", "spent", formula="a/b*100=c")
    d.wrong("growth", "tdir", "增长", "tlast", note="38.46 is less than 41.20")
    d.wrong("target", "target", "达到", note="88.9% against at least 95%")
    d.wrong("structure", "why", "主要原因是", note="the sentence breaks off")
    d.wrong("score_sum", "tablesum", "95.3", *(one[5] for one in SCORES), formula="a+b+c+d+e+f+g+h+i+j=k")
    d.ok("sum", "a+b=c", "basic", "project", "spent")
    d.ok("sum", "a+b=c", "wages", "office", "basic")
    d.ok("sum", "a+b+c+d=e", "p1", "p2", "p3", "p4", "project")
    d.ok("rate", "a/b*100=c", "staff", "posts", "ctl")
    d.ok("rate", "a/b*100=c", "three", "tplan", "tctl")
    d.ok("rate", "a/b*100=c", "buy", "bplan", "brate")
    d.ok("rate", "a/b*100=c", "fixed", "risk", "fixrate")
    d.ok("share", "a/b*100=c", "basic", "spent", "bshare")
    d.ok("survey", "a/b*100=c", "happy", "valid", "hrate")
    d.ok("difference", "a-b=c", "adjusted", "spent", "left")
