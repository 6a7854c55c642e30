"""Monitoring of a department's programmes from January to July, with a forecast."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

ITEMS = (
    ("乡镇卫生院设备购置", "860.00", "412.80", "a"), ("基层医务人员培训", "145.00", "96.43", "b"),
    ("家庭医生签约补助", "620.00", "372.00", "c"), ("疫苗冷链改造", "280.00", "70.00", "e"),
    ("县域医共体信息平台", "495.00", "198.00", "f"),
)  # fmt: skip


def draft() -> Draft:
    d = Draft(115, "临崖县卫生健康局2025年1—7月绩效监控", "docx")
    whole = sum((D(one[1]) for one in ITEMS), D(0))
    done = sum((D(one[2]) for one in ITEMS), D(0))
    d.h(1, "临崖县卫生健康局2025年1—7月项目绩效运行监控报告")
    d.p(
        "根据县财政局关于开展2025年绩效运行监控的通知，我局对年初设定绩效目标的项目实行“双监控”，以7月31日为截止日，监控结果报告如下。"
    )
    d.h(2, "一、监控范围")
    d.p(
        f"纳入监控的项目{m('n', '5')}个，年度预算{m('whole', money(whole))}万元，占全局项目预算{m('allitems', '3000.00')}万元的{m('share', percent(whole, 3000))}。其余项目资金为中央直达资金，由专门系统监控，不重复填报。"
    )
    d.h(2, "二、预算执行监控")
    d.p(
        f"1—7月累计支出{m('done', money(done))}万元，执行率{m('rate', percent(done, whole))}，低于序时进度（7÷12，58.33%）{m('gap', money(D('58.33') - D(percent(done, whole)[:-1])))}个百分点；去年同期执行率为{m('ratelast', '44.20%')}，同比提高{m('up', money(D(percent(done, whole)[:-1]) - D('44.20')))}个百分点。预计全年支出{m('fore', '2352.00')}万元，预计执行率{m('forerate', percent(2352, whole))}。分项情况见表。",
    )
    d.t(
        [
            ["项目", "年度预算（万元）", "累计支出（万元）", "执行率", "是否达到序时进度"],
            *(
                [
                    name,
                    m(k + "b", plan),
                    m(k + "p", spent),
                    m(k + "r", percent(D(spent), D(plan))),
                    m(k + "y", "是" if D(spent) * 12 >= D(plan) * 7 else "否"),
                ]
                for name, plan, spent, k in ITEMS
            ),
            ["合计", m("bsum", money(whole)), m("psum", money(done)), m("rsum", percent(done, whole)), "否"],
        ]
    )
    d.p(
        "执行率超过序时进度的有2个项目，即基层医务人员培训和家庭医生签约补助；未达到的有3个项目，其中疫苗冷链改造最低，仅为25.00%。"
    )
    d.h(2, "三、绩效目标监控")
    d.t(
        [
            ["指标", "年度目标", "1—7月完成", "完成进度", "预计年底"],
            ["购置设备台数", m("k1t", "120台"), m("k1", "66台"), m("k1r", percent(66, 120)), "能够完成"],
            ["培训人次", m("k2t", "800人次"), m("k2", "540人次"), m("k2r", percent(540, 800)), "能够完成"],
            ["签约人数", m("k3t", "15.00万人"), m("k3", "13.20万人"), m("k3r", percent(D("13.2"), 15)), "能够完成"],
            ["冷库改造处数", m("k4t", "16处"), m("k4", "3处"), m("k4r", percent(3, 16)), "存在风险"],
            ["接入平台机构数", m("k5t", "24家"), m("k5", "10家"), m("k5r", percent(10, 24)), "存在风险"],
        ]
    )
    d.p(
        f"签约服务方面，已签约13.20万人，其中重点人群{m('key', '5.94')}万人，占{m('keyshare', '45%')}；培训方面，举办培训班{m('class', '12')}期，比上年同期的{m('classlast', '10')}期{m('classdir', '增加')}2期，培训540人次，平均每期45人次。",
        "满意度方面，随机回访签约居民200人，满意188人，满意率94%，高于全年不低于90%的目标。",
    )
    d.p(
        "从监控情况看，设备购置、人员培训、签约服务三项工作推进平稳，年底能够完成目标；冷链改造和信息平台两项受前期工作影响，存在不能按期完成的风险，已列入局重点督办事项。监控中还发现，个别项目单位只报支出进度、不报产出进度，佐证材料没有随监控表一并上传，已要求限期补报。"
    )
    d.h(2, "四、偏差原因")
    d.p(
        "一是疫苗冷链改造的施工图审查历时较长，6月才完成招标；二是信息平台涉及多家机构的数据接口标准不统一，对接反复；三是设备购置按合同约定到货后支付60%，尾款需在试运行三个月后支付。",
    )
    d.h(2, "五、纠偏措施")
    d.p(
        f"（一）冷链改造项目倒排工期，{m('due', '2025年10月底')}前全部完工，每周调度一次。",
        "（二）信息平台项目由分管副局长牵头，统一接口规范，9月底前完成全部机构联调，对进展迟缓的机构通报督办。",
        f"（三）对确实难以在年内形成支出的{m('back', '58.00')}万元（占年度预算的{m('backrate', percent(58, whole))}），按程序申请调减，由县财政统筹用于村卫生室修缮。调减方案须经局党组集体研究，并同步调整绩效目标，做到资金与目标一并变更；未经批准，任何单位不得自行改变资金用途，也不得以预拨、借款等方式虚列支出。",
        "（四）加强采购合同管理，今后设备类合同适当提高到货付款比例，缩短尾款周期，并在合同中明确逾期违约责任，避免资金沉淀。",
        "（五）加强监控结果应用，将执行进度与下一年度项目入库、预算安排直接挂钩，连续两个季度排名末位的项目单位要向局党组作出书面说明。",
    )
    d.wrong("rate", "er", "52.00%", "ep", "eb", formula="a/b*100=c")
    d.wrong("sum", "bsum", "2420.00", "ab", "bb", "cb", "eb", "fb", formula="a+b+c+d+e=f")
    d.wrong("rate", "k5r", "46.17%", "k5", "k5t", formula="a/b*100=c")
    d.wrong("growth", "classdir", "减少", "class", "classlast", note="12 against 10")
    d.wrong("share", "keyshare", "54%", "key", formula="a/132*1000=b")
    d.wrong("year", "due", "2024年10月底", note="before the months that are monitored")
    d.wrong("difference", "up", "3.86", "rate", "ratelast", formula="a-b=c")
    d.ok("rate", "a/b*100=c", "done", "whole", "rate")
    d.ok("share", "a/b*100=c", "whole", "allitems", "share")
    d.ok("rate", "a/b*100=c", "fore", "whole", "forerate")
    d.ok("sum", "a+b+c+d+e=f", "ap", "bp", "cp", "ep", "fp", "psum")
    d.ok("rate", "a/b*100=c", "k1", "k1t", "k1r")
    d.ok("share", "a/b*100=c", "back", "whole", "backrate")
    return d
