"""Clean: an evaluation of money for villages, a Word file; 元 and 万元, other bases, parts that do not exhaust."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("416-鹤阜市2023年衔接推进乡村振兴补助资金绩效评价报告.docx")
    counties = {
        "云屏县": (D("3850.00"), D("3731.65"), 42, 128),
        "白汀县": (D("2960.00"), D("2960.00"), 35, 96),
        "石矶区": (D("1240.00"), D("1178.24"), 18, 41),
        "市直部门": (D("450.00"), D("396.00"), 4, 0),
    }
    keys = dict(zip(counties, "abcd", strict=True))
    given, used, works, villages = (sum((one[at] for one in counties.values()), start=0) for at in range(4))
    d.h("鹤阜市2023年衔接推进乡村振兴补助资金", "绩效评价报告", "鹤阜市财政局　二〇二四年六月")
    d.h("一、基本情况")
    d.p(
        f"2023年，鹤阜市共安排衔接推进乡村振兴补助资金{d('given', given)}万元，其中中央和省级资金{d('upper', '6900.00')}万元。与2022年相比，资金规模减少{d('less', D('8872.40') - given)}万元（2022年为{d('last', '8872.40')}万元），降幅{d('down', ch(given, D('8872.40')))}，为脱贫攻坚以来首次下降。",
        f"资金投向：产业发展{d('i1', '4760.00')}万元，占{d('r1', pc(4760, given, 1))}；基础设施{d('i2', '2550.00')}万元，占{d('r2', pc(2550, given, 1))}；就业和其他{d('i3', '1190.00')}万元，占{d('r3', pc(1190, given, 1))}。产业发展资金占比按中央和省级资金口径计算为{d('upshare', pc(4140, 6900))}（{d('upind', '4140.00')}万元÷6900.00万元），符合不低于60%的规定。",
    )
    d.h("表1  资金安排与使用情况")
    d.t(
        [
            ["地区", "安排资金（万元）", "支出资金（万元）", "支出进度", "项目数（个）", "涉及行政村（个）"],
            *(
                [
                    name,
                    d(f"g{keys[name]}", one[0]),
                    d(f"u{keys[name]}", one[1]),
                    d(f"r{keys[name]}", pc(one[1], one[0])),
                    d(f"n{keys[name]}", one[2]),
                    d(f"v{keys[name]}", one[3] or "—"),
                ]
                for name, one in counties.items()
            ),
            ["合计", d("gt", given), d("ut", used), d("rt", pc(used, given)), d("nt", works), d("vt", villages)],
        ]
    )
    mean = q(sum((Fraction(one[1]) / Fraction(one[0]) for one in counties.values()), start=Fraction(0)) / 4 * 100)
    d.p(
        f"注：合计支出进度为总支出÷总安排，不是各地区支出进度的简单平均数（{d('mean', mean)}%）。涉及行政村{villages}个，其中脱贫村{d('poor', 73)}个；同一行政村有两个以上项目的只计一次，因此村数之和小于项目覆盖村次312个。",
    )
    d.h("二、评价结论")
    rows = [("决策", 15, D("14.20")), ("过程", 25, D("22.75")), ("产出", 30, D("27.60")), ("效益", 30, D("25.05"))]
    points = sum((one[2] for one in rows), D(0))
    d.p(
        f"评价得分{d('points', points)}分，评价等级为“良”。评价采用百分制，90分（含）以上为优，80分（含）至90分为良。各县（区）得分分别为：白汀县91.3分、云屏县89.1分、石矶区86.4分；全市得分由评价组独立评定，不是县（区）得分的平均值。",
    )
    d.t(
        [
            ["一级指标", "分值", "得分", "得分率"],
            *(
                [name, d(f"w{at}", weight), d(f"s{at}", score), d(f"sr{at}", pc(score, weight))]
                for at, (name, weight, score) in enumerate(rows)
            ),
            ["合计", d("wt", 100), d("st", points), d("srt", pc(points, 100))],
        ]
    )
    d.h("三、绩效分析")
    d.p(
        f"（一）项目完成情况。截至2023年12月31日，{works}个项目中完工{d('finished', 93)}个，完工率{d('finrate', pc(93, works))}；截至2024年5月31日，完工{d('finished2', 98)}个，完工率{d('finrate2', pc(98, works))}，剩余1个项目因设计变更预计8月完工。",
        f"（二）产业项目。新建和改造产业基地{d('base', 37)}个，其中种植类{d('base1', 21)}个、养殖类{d('base2', 9)}个，其余为加工和冷链类。项目带动{d('home', 6248)}户，其中脱贫户和监测户{d('poorhome', 2915)}户，占{d('homeshare', pc(2915, 6248))}；户均增收{d('gain', 2360)}元，脱贫户户均增收{d('gainpoor', 2785)}元，高于全部带动户{d('gainmore', 425)}元。",
        f"（三）基础设施。硬化通组路{d('road', '68.4')}公里，总投资{d('roadcost', '1915.20')}万元，平均每公里{d('perkm', '28.00')}万元；安全饮水提升覆盖{d('drink', '3.12')}万人，人均投入{d('perhead', q(Fraction(4056000, 31200), 0))}元（投资405.60万元）。",
        f"（四）公益岗位。开发公益性岗位{d('post', 860)}个，其中新开发{d('newpost', 124)}个，发放补助{d('postpay', 6192000)}元，合{d('postpay2', '619.20')}万元，人均月补助{d('permonth', 600)}元。",
        f"（五）收入增长。脱贫人口人均纯收入{d('income', 17286)}元，比上年{d('incomelast', 15238)}元增长{d('incomeup', ch(17286, 15238))}，增速比上年（14.02%）回落{d('slower', D('14.02') - q(Fraction(17286 - 15238, 15238) * 100))}个百分点，比全市农民收入增速（8.15%）高{d('faster', q(Fraction(17286 - 15238, 15238) * 100) - D('8.15'))}个百分点。",
        f"（六）满意度。入户调查{d('asked', 540)}户，满意{d('happy', 503)}户，满意度{d('sat', pc(503, 540))}；其中脱贫户调查{d('asked2', 260)}户，满意{d('happy2', 249)}户，满意度{d('sat2', pc(249, 260))}。",
    )
    d.h("四、存在问题")
    d.p(
        f"1. 市直部门支出进度偏低，为{d('slow', pc(396, 450))}，主要是4个项目中的2个需按合同约定在质保期满后支付尾款。",
        f"2. 个别项目资产确权滞后。抽查的{d('looked', 20)}个项目中，有3个尚未完成资产移交，占15%；有2个项目资产台账不完整，占10%。两类问题有1个项目重复，共涉及4个项目。",
        "3. 部分产业基地联农带农机制不紧密，以土地流转和务工为主，入股分红的比重不高。",
    )
    d.h("五、建议")
    d.p(
        "一是加强项目前期工作，做到“资金到、项目开”。二是建立经营性资产台账，完善确权、移交、管护全流程。三是完善联农带农利益联结，把带动成效作为项目入库的前置条件。"
    )
    d.ok("growth", "last given down", "(a-b)/a*100=c")
    d.ok("difference", "last given less", "a-b=c")
    d.ok("share", "i1 given r1", "a/b*100=c")
    d.ok("sum", "i1 i2 i3 given", "a+b+c=d")
    d.ok("share", "upind upper upshare", "a/b*100=c", "of the upper levels' money")
    d.ok("sum", "ga gb gc gd gt", "a+b+c+d=e")
    d.ok("sum", "ua ub uc ud ut", "a+b+c+d=e")
    d.ok("rate", "ut gt rt", "a/b*100=c", "not the mean of the rows")
    d.ok("count", "na nb nc nd nt", "a+b+c+d=e")
    d.ok("score_sum", "s0 s1 s2 s3 st", "a+b+c+d=e")
    d.ok("rate", "finished nt finrate", "a/b*100=c")
    d.ok("share", "poorhome home homeshare", "a/b*100=c")
    d.ok("difference", "gainpoor gain gainmore", "a-b=c")
    d.ok("rate", "roadcost road perkm", "a/b=c", "万元 a kilometre")
    d.ok("unit", "postpay postpay2", "a/10000=b")
    d.ok("growth", "income incomelast incomeup", "(a-b)/b*100=c")
    return d
