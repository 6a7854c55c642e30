"""A note on a satisfaction survey, plain text: sample, channels, answers by question, conclusions."""

from __future__ import annotations

from fractions import Fraction

from samples.independent.amounts import money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(11, "海晏市养老服务满意度调查说明", "txt")
    d.p("附件2", "", "海晏市2023年居家养老服务补贴项目满意度调查情况说明", "")
    d.p("为客观反映服务对象对居家养老服务补贴项目的感受，评价组于2024年3月4日至15日开展问卷调查，现说明如下。")
    d.p("一、调查对象与方式")
    d.p(
        f"调查对象为享受补贴的老年人及其家属。全市共有补贴对象{m('pop', '6480')}人，按5%的比例抽样，"
        f"计划发放问卷{m('plan', '324')}份，实际发放{m('sent', '330')}份。其中入户面访{m('s1', '180')}份、"
        f"电话访问{m('s2', '95')}份、线上填答{m('s3', '55')}份。共收回{m('back', '322')}份，回收率{m('rback', percent(322, 330))}；"
        f"剔除漏答、前后矛盾的{m('bad', '7')}份，有效问卷{m('valid', '315')}份，有效率{m('rvalid', percent(315, 322))}。"
    )
    d.p(
        "调查前对访问员集中培训半天，统一指导语和追问方式，明确不得诱导、不得代填。入户面访由社区工作人员引路但不在场，电话访问全程录音，线上填答每个设备限填一次。问卷由基本信息、单项评价和开放意见三部分组成，经过二十份试填后对两处表述作了修改，试填问卷不计入样本。",
    )
    d.p("二、样本构成")
    d.p(
        f"有效样本中，男性{m('men', '139')}人，占{m('rmen', percent(139, 315))}；女性{m('women', '176')}人，占{m('rwomen', percent(176, 315))}。"
        f"按年龄分，60—69岁{m('g1', '88')}人，70—79岁{m('g2', '142')}人，80岁及以上{m('g3', '85')}人；"
        f"按居住区县分，东城区{m('q1', '104')}人、西湾区{m('q2', '97')}人、{m('county', '南浦县')}{m('q3', '114')}人。"
    )
    d.p(
        "访问员共12人，分4组，每组3人，平均每组入户45户；督导员随机复核问卷33份，为发放总数的一成，复核发现需回访补正的2份，均已补正。访问平均时长18分钟。"
    )
    d.p("三、赋分办法")
    d.p(
        "非常满意计100分，满意计80分，基本满意计60分，不满意计0分，按人数加权平均。单题满意度达到85分（含）以上视为达标。"
    )
    d.p("四、结果")
    questions = (
        ("服务态度", 189, 94, 25, 7),
        ("服务时长", 142, 121, 42, 10),
        ("收费透明", 163, 110, 35, 7),
        ("投诉处理", 121, 126, 51, 17),
    )
    names = "abcd"
    means = []
    for key, (title, *counts) in zip(names, questions, strict=True):
        mean = Fraction(sum(w * n for w, n in zip((100, 80, 60, 0), counts, strict=True)), sum(counts))
        means.append(Fraction(money(mean)))
        said = "、".join(
            f"{word}{m(f'{key}{i}', str(n))}人"
            for i, (word, n) in enumerate(zip(("非常满意", "满意", "基本满意", "不满意"), counts, strict=True))
        )
        d.p(f"（{'一二三四'[names.index(key)]}）{title}：{said}，加权得分{m('w' + key, money(mean))}分。")
    overall = sum(means, Fraction(0)) / 4
    d.p(
        f"四项平均，总体满意度为{m('overall', money(overall))}分。其中得分由高到低依次为服务态度、{m('ord', '收费透明、服务时长')}、投诉处理。"
        f"达到85分标准的有{m('passed', '2')}项，未达标的有{m('failed', '2')}项。"
    )
    d.p(
        "与上年相比，上年总体满意度为82.60分，本年提高2.13分。分区县看，东城区86.20分、西湾区84.55分、南浦县83.54分，最高与最低相差2.66分。",
        "分享受补贴年限看，不满一年的62人、一至三年的171人、三年以上的82人；三年以上老人中，表示愿意继续接受服务的79人，占96.3%。",
    )
    d.p(
        "从单项看，服务态度评价最高，说明护理员职业素养培训见到成效；投诉处理得分较低，主要是反馈不及时，部分老人反映打了电话之后没有回音。服务时长方面，失能老人家庭希望由每次一小时延长到一个半小时；收费透明方面，个别机构对自费项目告知不充分。",
    )
    d.p("五、意见归纳")
    d.p(
        f"共收到书面意见{m('op', '63')}条，其中反映服务时间不固定{m('o1', '27')}条、护理员更换频繁{m('o2', '21')}条、"
        f"希望增加助浴项目{m('o3', '15')}条，分别占{m('or1', percent(27, 63, 1))}、{m('or2', percent(21, 63, 1))}和{m('or3', percent(15, 63, 1))}。"
    )
    d.p(
        f"六、说明{m('colon', '：')}本次调查由{m('org', '海晏众信社会调查中心')}独立实施，原始问卷存档备查，抽样误差控制在{m('err', '5%')}以内。"
    )
    d.ok("survey", "a/b*100=c", "back", "sent", "rback")
    d.ok("count", "a+b=c", "men", "women", "valid")
    d.ok("count", "a+b+c=d", "g1", "g2", "g3", "valid")
    d.ok("share", "a/b*100=c", "o2", "op", "or2")
    d.ok("survey", "(a*100+b*80+c*60)/(a+b+c+d)=e", "a0", "a1", "a2", "a3", "wa")
    d.ok("survey", "(a*100+b*80+c*60)/(a+b+c+d)=e", "c0", "c1", "c2", "c3", "wc")
    d.ok("difference", "a-b=c", "back", "bad", "valid")
    d.wrong("survey", "s3", "65", "s1", "s2", "sent", formula="c-a-b=d", note="三种方式之和340不等于330")
    d.wrong(
        "survey", "rvalid", "95.45%", "valid", "back", formula="a/b*100=c", note="315/322=97.83%；95.45%是除以发放数"
    )
    d.wrong("share", "rwomen", "58.57%", "women", "valid", formula="a/b*100=c", note="应为55.87%")
    d.wrong(
        "survey", "wb", "84.18", "b0", "b1", "b2", "b3", formula="(a*100+b*80+c*60)/(a+b+c+d)=e", note="加权应为83.81"
    )
    d.wrong("survey", "d3", "27", "d0", "d1", "d2", "valid", formula="d-a-b-c=e", note="四种回答之和应为315")
    d.wrong("share", "or3", "28.8%", "o3", "op", formula="a/b*100=c", note="应为23.8%")
    d.wrong("survey", "plan", "342", "pop", formula="a*5/100=b", note="6480的5%是324")
    d.wrong("list_order", "ord", "服务时长、收费透明", "wc", note="得分86.35的收费透明应排在服务时长83.81之前")
    return d
