"""A department's self-evaluation of its overall expenditure in Word: a city's archives, with a table of indicators."""

from __future__ import annotations

from samples.independent.amounts import D, group, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

_INDICATORS = (
    ("产出指标（50分）", "数量指标", "接收进馆档案", "≥12000卷", "12860卷", "15", "15"),
    ("^", "^", "完成馆藏数字化", "≥80万页", "86万页", "15", "15"),
    ("^", "质量指标", "数字化差错率", "≤0.3%", "0.21%", "10", "10"),
    ("^", "时效指标", "查档限时办结率", "≥98%", "96.5%", "10", "8"),
    ("效益指标（30分）", "社会效益", "利用档案服务群众", "≥6000人次", "6420人次", "15", "15"),
    ("^", "可持续影响", "异地备份机制", "健全", "健全", "15", "14"),
    ("满意度指标（10分）", "服务对象", "查档群众满意度", "≥95%", "97%", "10", "10"),
    ("预算执行率（10分）", "执行率", "部门预算执行率", "100%", "96.26%", "10", "9.63"),
)


def draft() -> Draft:
    d = Draft(6, "安陵市档案馆部门整体自评", "docx")
    d.h(1, "安陵市档案馆2022年度部门整体支出绩效自评报告")
    d.p(
        "根据《安陵市市级预算绩效管理实施细则》和市财政局年度工作安排，市档案馆对本部门（含所属安陵市档案保护技术中心）"
        "全年预算支出开展绩效自评。具体情况如下："
    )
    d.h(2, "一、部门概况")
    d.p(
        "市档案馆是市委直属参照公务员法管理的事业单位，主管全市档案接收、保管、利用和编研。馆内设综合科、"
        f"接收科、保管科、利用科、信息科{m('five', '五')}个科，所属二级单位{m('units', '1')}个。"
        f"截至2022年12月31日，编制{m('est', '58')}人（参公{m('est1', '34')}人，事业{m('est2', '24')}人），"
        f"在岗{m('head', '55')}人（参公{m('head1', '33')}人，事业{m('head2', '22')}人）。"
    )
    d.h(2, "二、预算执行")
    _money(d)
    d.p(
        "项目支出由四部分组成：数字化加工232.80万元，库房维修94.50万元，档案征集60.00万元，异地备份81.00万元。年初结转为零，年末结转66.35万元，系数字化尾款，将于次年一季度支付。",
        "固定资产方面，年末账面原值3126.40万元，其中房屋2180.00万元、专用设备612.40万元、通用设备334.00万元；全年处置报废设备24台，处置收入0.86万元已上缴国库。",
    )
    d.h(2, "三、绩效目标实现程度")
    d.p(
        f"我馆共设置三级指标{m('nind', '8')}项，满分100分，自评总分{m('total', '96.63')}分，"
        f"等级为{m('grade', '优')}（90分以上为优，80—89分为良，60—79分为中，59分以下为差）。各项指标完成值和得分见下表。"
    )
    rows = [["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]]
    for index, (*cells, full, got) in enumerate(_INDICATORS):
        cells[3:5] = [m(f"goal{index}", cells[3]), m(f"done{index}", cells[4])]
        rows.append([*cells, m(f"full{index}", full), m(f"got{index}", got)])
    rows.append(["合计", "<", "<", "<", "<", m("fullsum", "100"), m("gotsum", "96.63")])
    d.t(rows)
    d.p(
        f"从上表看，产出类得{m('out', '48')}分，效益类得{m('ben', '29')}分，满意度得{m('sat', '10')}分，执行率得{m('exe', '9.63')}分。"
        f"未达标的是查档限时办结率，实际96.5%，低于目标{m('gap', '1.5')}个百分点，系年中系统迁移造成{m('stop', '短期停办')}。"
    )
    d.h(2, "四、主要做法与不足")
    d.p(
        "全馆馆藏由年初的41.2万卷增加到42.5万卷，净增1.3万卷，增幅3.2%。接待查档4916人次，其中现场3204人次、线上1712人次；另有编研成果参观者1504人次，两项合计利用服务6420人次。",
        "全年编印《安陵记忆》4期，每期800册，共3200册；与5所学校共建档案研学点，分别是实验小学、第三小学、第一中学、师范附中和职教中心。",
    )
    d.p(
        f"（一）做法。建立周调度、月通报制度，全年召开调度会{m('meet', '12')}次；数字化外包实行驻场监理，抽检{m('chk', '43000')}页，"
        f"合格{m('chkok', '42914')}页，合格率{m('chkr', percent(42914, 43000))}。",
        f"{m('two', '（二）')}不足。一是库房恒湿设备老化，维修费用逐年走高；二是{m('broken', '部分县区移交进度滞后，影响全年接收均衡')}。",
    )
    d.p(f"（三）打算。{m('next', '2023')}年将把备份经费列入经常性项目，并对移交进度实行台账销号。")
    d.p("安陵市档案馆", "2023年2月27日")
    d.ok("count", "a+b=c", "est1", "est2", "est")
    d.ok("score_sum", "a+b+c+d=e", "got0", "got1", "got2", "got3", "out")
    d.ok("score_sum", "a+b+c+d=e", "out", "ben", "sat", "exe", "gotsum")
    d.ok("rate", "a/b*100=c", "chkok", "chk", "chkr")
    d.ok("target", "", "goal0", "done0")
    d.wrong("sum", "proj", "486.30", "basic", "spent", formula="b-a=c", note="基本加项目不等于全年支出，应为468.30")
    d.wrong("share", "sbasic", "74.58%", "basic", "spent", formula="a/b*100=c", note="应为72.58%")
    d.wrong("growth", "word", "增长", "last", "spent", note="比上年减少，却写增长")
    d.wrong("policy", "threeact", "11.86", "threebud", formula="a>=b", note="三公决算超过预算")
    d.wrong("score_sum", "gotsum", "97.63", "total", note="表内得分之和为96.63，与正文也不一致")
    d.wrong("structure", "two", "（三）", note="（一）之后是（三），且（三）两次")
    d.wrong("structure", "broken", "部分县区移交进度滞后，主要原因是", note="句子没有写完")
    d.wrong("repeat", "done1", "68万页", "pages", note="正文说86万页，表中68万页；且低于指标值80万页而得满分")
    return d


def _money(d: Draft) -> None:
    basic, proj, budget, last = D("1239.55"), D("468.30"), D("1774.20"), D("1788.41")
    spent = basic + proj
    d.p(
        f"2022年部门预算（调整后）{m('budget', group(budget))}万元，全年支出{m('spent', group(spent))}万元，"
        f"预算执行率{m('rexe', percent(spent, budget))}。按支出性质分：基本支出{m('basic', group(basic))}万元，"
        f"占{m('sbasic', percent(basic, spent))}；项目支出{m('proj', group(proj))}万元，占{m('sproj', percent(proj, spent))}。"
        f"上年支出{m('last', group(last))}万元，本年较上年{m('word', '减少')}{m('fell', group(last - spent))}万元，"
        f"{m('word2', '下降')}{m('fall', percent(last - spent, last))}，系库房改造项目收尾。"
    )
    d.p(
        f"“三公”经费年初预算{m('threebud', '9.50')}万元，决算{m('threeact', '8.16')}万元，均为公务用车运行维护费和接待费；"
        f"政府采购预算{m('pbud', '210.00')}万元，实际采购{m('pact', '203.70')}万元，"
        f"政府采购执行率{m('prate', percent(D('203.70'), D('210.00')))}。全年完成数字化{m('pages', '86')}万页。"
    )
    d.ok("rate", "a/b*100=c", "spent", "budget", "rexe")
    d.ok("rate", "a/b*100=c", "pact", "pbud", "prate")
    d.ok("difference", "a-b=c", "last", "spent", "fell")
    d.ok("growth", "a/b*100=c", "fell", "last", "fall")
