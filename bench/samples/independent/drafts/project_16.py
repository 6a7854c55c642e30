"""A project's self-evaluation report in Word: vocational training subsidies, lists of districts, unit slips."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent, words
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

_DISTRICTS = (
    ("河东区", 1260, D("189.00")),
    ("临港区", 845, D("126.75")),
    ("清溪县", 1018, D("152.70")),
    ("茂林县", 677, D("101.55")),
)


def draft() -> Draft:
    d = Draft(16, "望江市职业技能培训补贴自评", "docx")
    d.h(1, "望江市职业技能培训补贴项目2023年度绩效自评报告")
    d.h(2, "一、基本情况")
    total = sum((one[2] for one in _DISTRICTS), D(0))
    people = sum(one[1] for one in _DISTRICTS)
    d.p(
        "望江市人力资源和社会保障局会同市财政局组织实施职业技能培训补贴，对参加合格培训并取得证书的城乡劳动者按每人1500元补贴培训机构。"
        f"2023年预算{m('plan', '600.00')}万元，实际拨付{m('total', money(total))}万元，执行率{m('rate', percent(total, 600))}，"
        f"补贴{m('people', str(people))}人。拨付情况见下表。"
    )
    rows = [["地区", "补贴人数（人）", "补贴金额（万元）", "人数占比", "金额占比"]]
    for index, (name, count, amount) in enumerate(_DISTRICTS):
        rows.append(
            [
                m(f"name{index}", name),
                m(f"n{index}", str(count)),
                m(f"a{index}", money(amount)),
                m(f"pn{index}", percent(count, people)),
                m(f"pa{index}", percent(amount, total)),
            ]
        )
    rows.append(["合计", m("nsum", str(people)), m("asum", money(total)), "100.00%", "100.00%"])
    d.t(rows)
    d.p(
        f"其中拨付额最高的是河东区，为{m('max', '189.00')}万元，按人数由多到少依次为河东区、{m('second', '清溪县')}、"
        f"{m('third', '临港区')}、茂林县，分别为{m('l1', '1260')}人、{m('l2', '1018')}人、{m('l3', '845')}人、{m('l4', '677')}人。"
    )
    d.p(
        "补贴资金由就业补助资金列支，按“先培训后补贴、先公示后拨付”办理，公示期5个工作日。全年共分四批拨付，分别为98.40万元、142.65万元、171.30万元和157.65万元，与上年拨付的532.50万元相比增加37.50万元，增长7.04%。"
    )
    d.p(
        "项目由市就业服务中心负责日常管理，各县区人社部门负责开班审批、过程监管和补贴审核，市、县财政部门负责资金筹集和拨付。培训对象包括脱贫家庭劳动力、毕业年度高校毕业生、城乡未继续升学初高中毕业生、农村转移就业劳动者、登记失业人员五类。承训机构通过公开征集确定，一年一评估，评估结果与下一年度任务挂钩。",
        "为防止虚假培训，全部班次使用实名制人脸签到，课堂视频保留一年。结业考核由第三方评价机构组织，考培分离。",
    )
    d.h(2, "二、绩效目标完成情况")
    d.p(
        f"1.数量指标。年度目标培训{m('goal', '3600')}人，实际培训合格{m('act', '3800')}人，完成率{m('ract', percent(3800, 3600))}；"
        f"开班{m('cls', '95')}个，平均每班{m('avg', '40')}人。"
    )
    d.p(
        f"2.质量指标。参加鉴定{m('exam', '4000')}人，取证{m('cert', '3800')}人，取证率{m('rcert', percent(3800, 4000, 0))}。"
    )
    d.p(
        f"3.效益指标。取证人员中实现就业{m('job', '2964')}人，就业率{m('rjob', percent(2964, 3800, 0))}，比上年的74%{m('up', '提高')}{m('pp', '4')}个百分点；"
        f"人均月收入由{m('w0', '3250')}元增加到{m('w1', '3770')}元，增长{m('rw', percent(520, 3250, 0))}。"
    )
    d.p(
        f"4.成本指标。人均补贴{m('cost', '1500')}元，与政策标准{m('std', '1500')}元持平。"
        f"市级另安排系统运维合同一份，价款{m('capital', words(186_000))}（小写：{m('small', '186,000')}元）。"
    )
    d.p("5.满意度指标。参训学员满意度93%，用人单位满意度91%，均高于90%的目标值。")
    d.p(
        "从工种看，取证的3800人中，家政服务1140人，电工焊工912人，养老护理836人，电子商务342人，其他工种570人，占比分别为30%、24%、22%、9%和15%。从性别看，女性2128人，占56%；男性1672人，占44%。",
        "从机构看，承训机构18家，其中职业院校5家、民办培训学校11家、企业培训中心2家。开展飞行检查36次，发现课时不足、签到不实等问题14个，追回补贴7.20万元，暂停2家机构资格，期末在册机构16家。",
    )
    d.h(2, "三、评分情况")
    d.p(
        "指标权重按预算执行10分、产出50分、效益30分、满意度10分设置。"
        f"执行率得分{m('e', '9.50')}分，产出得分{m('o', '49.00')}分，效益得分{m('b', '28.00')}分，满意度得分{m('s', '10.00')}分，"
        f"总得分{m('score', '96.50')}分，评定等级{m('grade', '优')}（≥90为优，80～90为良，60～80为中，<60为差）。"
    )
    d.h(2, "四、问题和建议")
    d.p(
        f"{m('p1', '一是')}部分机构开班计划临时变动；{m('p2', '二是')}证书与岗位需求匹配度不高，{m('p2b', '电商类占比偏低')}；"
        f"{m('p3', '三是')}县级资金拨付较慢，{m('deadline', '最晚一笔为11月')}。建议建立机构动态退出机制，{m('plan2', '2024年')}优先支持紧缺工种。"
    )
    d.p(f"本报告由望江市人力资源和社会保障局{m('unitname', '职业能力建设科')}编写，联系电话（略）。")
    d.ok("sum", "a+b+c+d=e", "a0", "a1", "a2", "a3", "asum")
    d.ok("rate", "a/b*100=c", "total", "plan", "rate")
    d.ok("rate", "a/b*100=c", "act", "goal", "ract")
    d.ok("share", "a/b*100=c", "a0", "asum", "pa0")
    d.ok("rate", "a/b*100=c", "job", "act", "rjob")
    d.ok("growth", "(b-a)/a*100=c", "w0", "w1", "rw")
    d.ok("score_sum", "a+b+c+d=e", "e", "o", "b", "s", "score")
    d.wrong("amount_in_words", "capital", words(168_000), "small", note="大写与小写不符")
    d.wrong("list_order", "l2", "845", "l3", note="与清溪县、临港区次序对调；表中清溪县1018人")
    d.faults["l3"] = "1018"
    d.wrong("share", "pn3", "18.72%", "n3", "nsum", formula="a/b*100=c", note="应为17.82%")
    d.wrong("repeat", "max", "198.00", "a0", note="表中为189.00")
    d.wrong("rate", "rcert", "96%", "cert", "exam", formula="a/b*100=c", note="应为95%")
    d.wrong("structure", "p3", "四是", note="一是、二是之后是四是")
    d.wrong("structure", "deadline", "最晚一笔为[   ]月", note="月份未填")
    return d
