"""A satisfaction survey of a hospital's patients, as a plain text note with flattened tables."""

from __future__ import annotations

from samples.independent.amounts import D, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(114, "棠溪区人民医院患者满意度调查分析", "txt")
    d.separator = "    "
    d.h(1, "棠溪区人民医院2024年度患者满意度调查分析报告")
    d.p("编制单位：棠溪区卫生健康局绩效评价小组    完成时间：2024年11月")
    d.h(2, "一  调查缘起")
    d.p(
        "按照区财政局对2024年公立医院补助资金开展绩效评价的安排，评价小组于9月上旬至10月中旬对区人民医院门诊、住院患者及家属进行了满意度调查，结果作为“服务对象满意度”指标的评分依据。该指标分值10分，满意度达到90%得满分，每低1个百分点扣0.5分，扣完为止。"
    )
    d.h(2, "二  样本与回收")
    d.p(
        f"问卷分线上、线下两种形式。线下现场发放{m('sent', '500')}份，收回{m('back', '486')}份，收回率{m('backrate', percent(486, 500))}；线上推送收到答卷{m('online', '314')}份。两种形式共收回{m('all', '800')}份，剔除答题时间过短和漏答3题以上的{m('bad', '32')}份，有效问卷{m('valid', '768')}份，有效率{m('validrate', percent(768, 800))}。",
        f"受访者中，门诊患者{m('out', '446')}人、住院患者{m('in', '214')}人、家属{m('kin', '108')}人；男性{m('men', '352')}人，女性{m('women', '416')}人，男女比例约为1:1.18；60岁及以上{m('old', '192')}人，占有效样本的{m('oldshare', '25%')}。",
    )
    d.h(2, "三  分项结果")
    d.p("各题均设非常满意、满意、一般、不满意四个选项，前两项计为满意。", "表1  各题作答人数")
    rows = (("挂号缴费便捷", 302, 371, 70, 25, "a"), ("医护服务态度", 338, 372, 44, 14, "b"), ("诊疗水平", 315, 367, 65, 21, "c"), ("就医环境", 296, 369, 80, 23, "e"), ("费用透明", 268, 380, 88, 32, "f"))  # fmt: skip
    d.t(
        [
            ["题目", "非常满意", "满意", "一般", "不满意", "合计", "满意率"],
            *(
                [
                    name,
                    m(k + "1", str(x)),
                    m(k + "2", str(y)),
                    m(k + "3", str(z)),
                    m(k + "4", str(w)),
                    m(k + "t", str(x + y + z + w)),
                    m(k + "r", percent(x + y, 768)),
                ]
                for name, x, y, z, w, k in rows
            ),
        ]
    )
    good = [percent(x + y, 768) for _, x, y, *_ in rows]
    weights = (20, 25, 25, 15, 15)
    mean = sum(D(rate.rstrip("%")) * weight for rate, weight in zip(good, weights, strict=True)) / 100
    d.p(
        f"满意率最高的是{m('best', '医护服务态度')}，最低的是费用透明，两者相差{m('spread', str(D(good[1][:-1]) - D(good[4][:-1])))}个百分点。",
        f"五个题目的权重依次为20%、25%、25%、15%、15%，加权计算综合满意度为{m('mean', f'{mean:.2f}%')}，较上年的{m('meanlast', '86.10%')}提高{m('meanup', str(D(f'{mean:.2f}') - D('86.10')))}个百分点。与90%的目标相差1.52个百分点，不足1个百分点的部分不扣分，故该指标扣0.5分，得{m('points', '9.5分')}。",
    )
    d.h(2, "四  意见归类")
    d.p(
        f"共收集文字意见{m('words', '156')}条，其中停车困难{m('w1', '58')}条、候诊时间长{m('w2', '47')}条、饭菜价格偏高{m('w3', '29')}条、其他{m('w4', '22')}条。停车困难占{m('w1s', percent(58, 156))}，居第一位；候诊时间长占{m('w2s', percent(47, 156))}，居第二位。",
        "受访者对增设自助机、开通周末门诊、推行检查结果互认等做法评价较好；也有患者反映节假日药房窗口少、出院结算排队、部分检查预约周期在5至7天之间，希望进一步缩短。老年患者普遍希望保留人工窗口，增加志愿者引导。",
    )
    d.h(2, "五  改进建议")
    d.p(
        "（一）与周边商场协商错时共享车位，年内新增共享车位不少于120个。",
        "（二）优化分时段预约，将预约时段由1小时缩短到30分钟，减少聚集等候。",
        f"（三）医院食堂推出平价套餐，由{m('fill', '后勤保障科')}负责落实，每季度公示一次成本核算情况。",
        "（四）在缴费窗口和手机端同步公示主要检查、药品、耗材价格，住院费用实行一日一清单，主动回应费用方面的疑问。",
        f"（五）将满意度调查制度化，{m('next', '2025年')}起每半年开展一次，调查结果在院周会上通报，并与科室绩效考核挂钩。对满意率连续两次排名末位的窗口，由分管院领导约谈负责人，限期提出整改方案。",
    )
    d.h(2, "六  调查的局限")
    d.p(
        "线上答卷由患者自愿填写，年轻患者比例偏高；线下调查集中在工作日上午，未能覆盖夜间急诊。上述因素可能使结果与真实情况存在偏差，使用时应当结合投诉数据一并分析。此外，本次没有单独询问医保报销、转诊等环节，下次调查拟适当增加题目，并邀请人大代表、政协委员和社会监督员参与问卷设计和现场监督，使结果更加客观。"
    )
    _faults(d)
    return d


def _faults(d: Draft) -> None:
    d.wrong("survey", "backrate", "92.70%", "back", "sent", formula="a/b*100=c")
    d.wrong("count", "kin", "118", "out", "in", "valid", formula="a+b+d=c")
    d.wrong("survey", "cr", "86.88%", "c1", "c2", "ct", formula="(a+b)/c*100=d")
    d.wrong("count", "f3", "98", "f1", "f2", "f4", "ft", formula="a+b+e+c=d")
    d.wrong("list_order", "best", "诊疗水平", "br", note="医护服务态度 has the highest rate")
    d.wrong("share", "w2s", "31.13%", "w2", "words", formula="a/b*100=c")
    d.wrong("structure", "fill", "××科", note="a placeholder is left")
    d.wrong("difference", "meanup", "2.83", "mean", "meanlast", formula="a-b=c")
    d.ok("survey", "a/b*100=c", "valid", "all", "validrate")
    d.ok("survey", "a+b=c", "back", "online", "all")
    d.ok("difference", "a-b=c", "all", "bad", "valid")
    d.ok("count", "a+b=c", "men", "women", "valid")
    d.ok("share", "a/b*100=c", "old", "valid", "oldshare")
    d.ok("count", "a+b+c+d=e", "w1", "w2", "w3", "w4", "words")
    d.ok("share", "a/b*100=c", "w1", "words", "w1s")
