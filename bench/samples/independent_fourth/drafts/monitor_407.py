"""A district's monitoring of the first seven months."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, pc, q


def paper() -> Paper:
    d = Paper("407-梧泽区2024年预算绩效运行监控报告.txt", width=0, gap="\t")
    works = {
        "基本公共卫生服务": (D("1860.00"), D("1152.30")),
        "困难群众救助": (D("2420.00"), D("1486.75")),
        "义务教育校舍维修": (D("960.00"), D("312.48")),
        "农村人居环境整治": (D("780.00"), D("421.20")),
        "就业创业扶持": (D("540.00"), D("297.36")),
        "数字政务平台运维": (D("325.00"), D("178.75")),
    }
    plan, done = (sum((one[at] for one in works.values()), D(0)) for at in (0, 1))
    d.h("关于2024年梧泽区部门预算绩效运行监控情况的报告", "区人民政府：")
    d.p(
        "按照《梧泽区部门预算绩效运行监控管理暂行办法》要求，区财政局组织各部门于8月份对2024年1—7月预算执行进度和绩效目标实现程度实施了“双监控”。现将有关情况报告如下：",
    )
    d.h("一、总体情况")
    d.p(
        f"本次监控覆盖全区{d('depts', 46)}个部门，监控项目{d('items', 318)}个，涉及年初预算{d('all', '64286.00')}万元，1—7月累计执行{d('alldone', '35421.59')}万元，执行率{d('allrate', pc(D('35421.59'), D(64286)))}，比序时进度（{d('pace', pc(7, 12))}）低{d('pacegap', q(Fraction(7, 12) * 100) - q(Fraction('35421.59') / 64286 * 100))}个百分点。",
        f"从进度看，执行率达到或超过序时进度的项目{d('fast', 187)}个，占{d('fastshare', pc(187, 318))}；执行率在30%（含）至序时进度之间的{d('mid', 96)}个，占{d('midshare', pc(96, 318))}；执行率低于30%的{d('slow', 35)}个，占{d('slowshare', pc(35, 318))}。",
        f"从目标看，预计年底能够完成绩效目标的{d('will', 301)}个，预计存在偏差的{d('may', 12)}个，预计无法完成的{d('wont', 5)}个。",
    )
    d.h("二、重点项目监控情况")
    d.p(
        f"区财政局选择6个重点项目开展重点监控，年初预算{d('plan', plan)}万元，1—7月执行{d('done', done)}万元，平均执行率{d('rate', pc(done, plan))}（{d('f1', done)}÷{d('f2', plan)}×100%）。"
    )
    keys = "abcdef"
    d.h("表1  重点项目1—7月执行情况", "单位：万元")
    d.t(
        [
            ["序号", "项目名称", "年初预算", "1—7月执行数", "执行率"],
            *(
                [
                    str(at + 1),
                    name,
                    d(f"b{keys[at]}", one[0]),
                    d(f"d{keys[at]}", one[1]),
                    d(f"r{keys[at]}", pc(one[1], one[0])),
                ]
                for at, (name, one) in enumerate(works.items())
            ),
            ["", "合计", d("bt", plan), d("dt", done), d("rt", pc(done, plan))],
        ]
    )
    d.p(
        f"1. 基本公共卫生服务。全年计划免费体检老年人15600人，1—7月完成{d('old', 9828)}人，为全年目标的{d('oldrate', pc(9828, 15600))}，{d('oldsay', '快于序时进度')}，预计年底可完成目标。",
        f"2. 困难群众救助。1—7月累计发放低保金{d('low', '1104.60')}万元、特困供养金{d('poor', '286.15')}万元、临时救助金{d('temp', '96.00')}万元，合计{d('relief', '1486.75')}万元。7月末在册低保对象{d('people', 3412)}人，比年初减少{d('peopleless', 168)}人（年初{d('peopleold', 3580)}人）。",
        f"3. 义务教育校舍维修。全年计划维修学校18所，已完工{d('school', 6)}所，完成率{d('schoolrate', pc(6, 18))}；执行率为{d('repair', pc(D('312.48'), D(960)))}，进度偏慢，主要原因是{d('why', '施工集中安排在暑假，工程款按进度于三、四季度支付')}。",
        f"4. 农村人居环境整治。全年计划改造户厕1200座，已改造{d('toilet', 672)}座，完成率{d('toiletrate', '56%')}；清理沟渠{d('ditch', 84)}公里，为计划{d('ditchplan', 120)}公里的70%。",
        f"5. 就业创业扶持。开展技能培训{d('train', 2135)}人次，其中取得证书{d('cert', 1708)}人次，取证率{d('certrate', '80%')}；发放创业担保贷款贴息惠及{d('loan', 143)}户。",
        f"6. 数字政务平台运维。系统可用率{d('up', '99.93%')}，高于目标值（≥99.90%）。",
    )
    d.h("三、监控发现的主要问题")
    d.p(
        f"（一）部分项目执行偏慢。35个执行率低于30%的项目年初预算{d('slowplan', '5218.40')}万元，仅执行{d('slowdone', '908.00')}万元，执行率{d('slowrate', pc(D('908.00'), D('5218.40')))}。其中尚未支出的{d('zero', 9)}个。",
        "（二）绩效指标设置不合理。有12个项目1—7月完成值已超过全年目标值的120%，目标值明显偏低。",
        f"（三）监控填报质量不高。经复核退回修改{d('back', 41)}个项目，退回率{d('backrate', pc(41, 318))}{d('dup', '')}。",
    )
    d.h("四、监控结果应用")
    cut = D("1846.30")
    d.p(
        f"（一）收回和调减。对预计无法完成目标的5个项目调减预算{d('cut1', '612.50')}万元，对因政策调整停止实施的项目收回{d('cut2', '1233.80')}万元，共计{d('cut', cut)}万元，统筹用于民生保障。",
        "（二）督促整改。向11个部门发出整改通知，要求9月20日前报送整改情况。",
        f"（三）结果挂钩。将监控结果作为{d('next', '2025年')}部门预算安排的重要依据。",
    )
    d.h("五、下一步工作")
    d.p(
        "一是对执行率低于30%的项目实行按旬调度；二是组织指标质量提升培训；三是加强监控系统与预算管理一体化平台的数据对接。"
    )
    d.h("梧泽区财政局", f"{d('signed', '2024年8月28日')}")
    d.fault("count", "will may wont items", {"will": 310}, "a+b+c=d", "the three kinds give 327 of 318")
    d.fault("rate", "old oldrate", {"oldrate": "67.20%"}, "a/15600*100=b", "63.00")
    d.fault("difference", "peopleold people peopleless", {"peopleless": 186}, "a-b=c", "digits swapped")
    d.fault("year", "next", {"next": "2024年"}, note="the budget of the year monitored cannot be arranged by it")
    d.fault("structure", "dup", {"dup": "，，部分"}, note="doubled comma and a word left over")
    d.fault("sum", "da db dc dd de df dt", {"de": "279.36"}, "a+b+c+d+e+f=g", "digits swapped in one cell")
    d.fault("rate", "f1 f2 rate", {"f1": "3488.84"}, "a/b*100=c", "digits swapped in the written formula")
    d.ok("rate", "alldone all allrate", "a/b*100=c")
    d.ok("difference", "pace allrate pacegap", "a-b=c", "percentage points")
    d.ok("share", "fast items fastshare", "a/b*100=c")
    d.ok("count", "fast mid slow items", "a+b+c=d")
    d.ok("sum", "ba bb bc bd be bf bt", "a+b+c+d+e+f=g")
    d.ok("rate", "da ba ra", "a/b*100=c")
    d.ok("rate", "done plan rate", "a/b*100=c")
    d.ok("sum", "low poor temp relief", "a+b+c=d")
    d.ok("rate", "toilet toiletrate", "a/1200*100=b")
    d.ok("rate", "slowdone slowplan slowrate", "a/b*100=c")
    d.ok("sum", "cut1 cut2 cut", "a+b=c")
    d.ok("rate", "back items backrate", "a/b*100=c")
    return d
