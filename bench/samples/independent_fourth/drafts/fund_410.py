"""An evaluation of money for employment, prose of an office, unbroken lines and a rubric as text."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("410-碧岑区2023年就业补助专项资金绩效评价报告.txt", width=36, gap="  ", spaced=True)
    use = {
        "社会保险补贴": D("612.84"),
        "公益性岗位补贴": D("438.60"),
        "职业培训补贴": D("286.25"),
        "就业见习补贴": D("157.92"),
        "一次性创业补贴": D("94.50"),
        "其他支出": D("41.37"),
    }
    spent = sum(use.values(), D(0))
    central, province, own = D("1126.00"), D("384.00"), D("160.00")
    got = central + province + own
    opening = D("82.46")
    can = got + opening
    left = can - spent
    d.h("碧岑区2023年就业补助专项资金绩效评价报告")
    d.h("一、项目概况", "（一）资金安排")
    d.p(
        f"2023年，碧岑区就业补助资金共{d('got', got)}万元，其中中央资金{d('central', central)}万元，占{d('cshare', pc(central, got))}；省级资金{d('province', province)}万元，占{d('pshare', pc(province, got))}；区级资金{d('own', own)}万元，占{d('oshare', pc(own, got))}。加上年结转{d('opening', opening)}万元，全年可用资金{d('can', can)}万元。",
    )
    d.h("（二）资金使用")
    d.p(
        f"全年支出{d('spent', spent)}万元，占可用资金的{d('rate', pc(spent, can))}；年末结转{d('left', left)}万元。各类补贴支出如下："
    )
    d.h("补贴类别  享受人数（人）  支出金额（万元）  占比")
    people = {
        "社会保险补贴": 2148,
        "公益性岗位补贴": 215,
        "职业培训补贴": 2290,
        "就业见习补贴": 188,
        "一次性创业补贴": 189,
        "其他支出": "—",
    }
    d.t(
        [
            *(
                [name, d(f"n{at}", people[name]), d(f"a{at}", money), d(f"r{at}", pc(money, spent))]
                for at, (name, money) in enumerate(use.items())
            ),
            ["合计", "—", d("at", spent), "100.00%"],
        ]
    )
    d.h("（三）绩效目标")
    d.p(
        "1．城镇新增就业5200人以上；2．失业人员再就业1600人以上；3．就业困难人员就业450人以上；4．补贴性职业技能培训2200人次以上；5．城镇登记失业率控制在4.5%以内；6．政策受益人员满意度90%以上。",
    )
    d.h("二、评价工作开展情况")
    d.p(
        "区财政局会同区人力资源和社会保障局，于2024年4月至5月采取资料核查、现场走访、电话回访等方式开展评价。本次评价遵循科学公正、统筹兼顾、激励约束、公开透明的原则，采用成本效益分析法、比较法、公众评判法等方法。",
        f"电话回访补贴对象{d('called', 260)}人，接通{d('reached', 231)}人，接通率{d('reachrate', pc(231, 260))}；接通人员中表示满意的{d('happy', 216)}人，满意度{d('sat', pc(216, 231))}。",
    )
    d.h("三、绩效目标完成情况")
    d.p(
        f"（一）城镇新增就业{d('newjob', 5468)}人，完成目标的{d('newrate', pc(5468, 5200))}，比上年{d('newlast', 5391)}人增加{d('newmore', 77)}人，增长{d('newup', ch(5468, 5391))}。",
        f"（二）失业人员再就业{d('again', 1653)}人，就业困难人员就业{d('hard', 472)}人，分别完成目标的{d('againrate', pc(1653, 1600))}和{d('hardrate', pc(472, 450))}。",
        f"（三）补贴性职业技能培训{d('train', 2290)}人次，其中企业职工{d('train1', 1364)}人次、农村转移劳动者{d('train2', 588)}人次、其他人员{d('train3', 338)}人次；人均补贴{d('each', q(Fraction(2862500, 2290), 0))}元。",
        f"（四）就业见习{d('intern', 188)}人，见习期满留用{d('kept', 121)}人，留用率{d('keptrate', pc(121, 188))}。",
        f"（五）年末城镇登记失业率为{d('jobless', '3.92%')}，{d('joblesssay', '低于控制目标0.58个百分点')}，比上年末的{d('joblessold', '4.06%')}下降{d('joblessdown', '0.14')}个百分点。",
        f"（六）享受一次性创业补贴的{d('start', 189)}人共带动就业{d('led', 604)}人，平均每人带动{d('ledeach', q(Fraction(604, 189), 1))}人。",
    )
    rubric = [
        ("资金到位率", 5, "到位率×分值", D("5.00")),
        ("预算执行率", 10, "执行率×分值", q(Fraction(spent) / Fraction(can) * 10)),
        ("资金使用合规性", 15, "每发现一起不合规扣2分", D("11.00")),
        ("城镇新增就业", 15, "完成率×分值，不超过满分", D("15.00")),
        ("就业困难人员就业", 10, "完成率×分值，不超过满分", D("10.00")),
        ("补贴性培训人次", 10, "完成率×分值，不超过满分", D("10.00")),
        ("见习留用率", 10, "≥70%得满分，每低1个百分点扣0.5分", q(10 - (70 - q(Fraction(12100, 188))) / 2)),
        ("登记失业率", 10, "≤4.5%得满分", D("10.00")),
        ("可持续影响", 5, "机制健全5分，基本健全3分", D("3.00")),
        ("受益人员满意度", 10, "≥90%得满分，每低1个百分点扣1分", D("10.00")),
    ]
    points = sum((one[3] for one in rubric), D(0))
    d.h("四、评价得分")
    d.p(
        f"经评价，项目得分{d('points', points)}分，评价等级为{d('grade', '优' if points >= 90 else '良')}（90分及以上为优，80分及以上、90分以下为良，60分及以上、80分以下为中，60分以下为差）。具体得分如下："
    )
    d.h("指标  分值  评分标准  得分")
    d.t(
        [
            *(
                [name, d(f"w{at}", weight), rule, d(f"s{at}", score)]
                for at, (name, weight, rule, score) in enumerate(rubric)
            ),
            ["合计", d("wt", 100), "", d("st", points)],
        ]
    )
    d.h("五、存在问题")
    d.p(
        f"（一）资金结转较多。年末结转资金占可用资金的{d('leftrate', pc(left, can))}，主要是部分社会保险补贴申报材料在12月下旬集中受理，次年1月拨付。",
        f"（二）个别补贴发放不合规。抽查发现{d('bad', 2)}起：1名公益性岗位人员退休后仍领取岗位补贴{d('bad1', '0.36')}万元；1家企业重复申领社会保险补贴{d('bad2', '1.28')}万元，合计{d('badsum', '1.64')}万元，已全部追回。",
        f"（三）见习留用率{d('lowsay', '未达到70%')}，岗位与专业匹配度不高。",
    )
    d.h("六、意见建议")
    d.p(
        "（一）优化补贴申领流程，推行“免申即享”，按月受理、按季拨付。",
        f"（二）加强数据比对，{d('end', '与社保、市场监管、公安等部门定期交换信息')}。",
        "（三）提高见习岗位质量，重点开发先进制造、数字经济等领域岗位。",
    )
    d.h("碧岑区财政局", "2024年6月3日")
    d.fault("sum", "got opening can", {"opening": "84.26"}, "a+b=c", "digits swapped")
    d.fault("share", "a2 at r2", {"r2": pc(use["就业见习补贴"], spent)}, "a/b*100=c", "the share of the next row")
    d.fault("rate", "hard hardrate", {"hardrate": pc(450, 472)}, "a/450*100=b", "divided the wrong way round")
    d.fault(
        "survey",
        "happy reached sat",
        {"sat": pc(216, 260)},
        "a/b*100=c",
        "of those called, said to be of those reached",
    )
    d.fault(
        "score_rule",
        "keptrate s6",
        {"s6": "8.18"},
        "10-(70-a)*0.5=b",
        "half a point for each point below 70 gives 7.18",
    )
    d.fault("grade", "points grade", {"grade": "优" if points < 90 else "良"}, note="grade against the points")
    d.ok("sum", "central province own got", "a+b+c=d")
    d.ok("share", "province got pshare", "a/b*100=c")
    d.ok("rate", "spent can rate", "a/b*100=c")
    d.ok("difference", "can spent left", "a-b=c")
    d.ok("sum", "a0 a1 a2 a3 a4 a5 at", "a+b+c+d+e+f=g")
    d.ok("growth", "newjob newlast newup", "(a-b)/b*100=c")
    d.ok("sum", "train1 train2 train3 train", "a+b+c=d")
    d.ok("rate", "kept intern keptrate", "a/b*100=c")
    d.ok("difference", "joblessold jobless joblessdown", "a-b=c", "percentage points")
    d.ok("sum", "bad1 bad2 badsum", "a+b=c")
    d.ok("rate", "newjob newrate", "a/5200*100=b")
    d.ok("rate", "a2 n2 each", "a*10000/b=c", "per head in 元")
    return d
