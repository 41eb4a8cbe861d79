"""Words around a number: those that keep its meaning, and others (附加词)."""

import re
from functools import lru_cache
from typing import Final

from quanheng.core.grammar.lexicon import longest_first, words_of

_FILLERS: Final = words_of(
    "已经 已 共 共计 合计 总计 累计 计 总 全年 年内 本年 当年 年度 每年度 实际",
    "实际完成 完成 完成率 实现 做到 为 是 达 达到 达成 计划 预计 拟 将 均 都 全部",
    "应 各 组织 开展 举办 召开 承办 参加 进行 实施 安排 投入 支出 支付 拨付 下达",
    "发放 印发 印制 印刷 制作 采购 购置 购买 新增 新建 建设 建成 改造 维修 培训",
    "培养 宣传 发布 刊发 编制 编印 出版 覆盖 惠及 受益 服务 补助 资助 奖励 扶持",
    "带动 帮扶 慰问 检查 巡查 抽查 检测 监测 增长 提高 提升 增加 上升 同比 同比增长",
    "比上年 较上年 比上年度 较上年度 比去年 较去年 与上年相比 年均 提高到 提高至",
    "提升到 提升至 增加到 降至 降到 下降到 下降至 控制 于 在 到 至 从 自 和 及 与",
    "以及 并 且 其中 按 按照 约定 的 了 有 内 确保 保证 力争 保持 保持在 维持在",
    "资金 金额 经费 预算 人民币 时间 完成时间 目标值 指标值 数量 总数 总额 共有",
    "项目 工期 周期 建设期 在规定时间内",
)
_CLEAN: Final = re.compile(rf"(?:[,、;:/+&。]|{longest_first(_FILLERS)})*")
_LINK: Final = re.compile(
    "(?:为|是|:|达到?|完成|共计?|合计|总计|计|到|至|于|在|有|在内)$"
)
_CURRENCY: Final = re.compile("(?:人民币|¥|RMB|CNY|rmb|cny)[:¥]?$|人民币")
_CHANGING: Final = re.compile(
    "[不未无没非除免勿否或缺欠第每比由]|(?:指标|目标|附件|附表|表|图|编号|序号|阶段)$"
)
_HARMLESS: Final = re.compile(
    "无障碍|无人机|无害化|无公害|不动产|非遗|非税|非公|未成年|非物质文化|同比|环比|占比|比例|比率"
    "|自由|比[上去]年|除尘|除险|免费|免疫|不锈钢|无线|无偿|非营利|非机动|缺水|每年度"
)
_DECLINE: Final = re.compile(
    "(?:下降|降低|减少|压减|压缩|缩减|缩短|下浮|下调|削减|负增长)(?:率|了|幅度)?$"
)
_NAME: Final = re.compile("[A-Za-z]+-?[0-9]+(?:[.][0-9]+)?|[1-9][ADG](?![A-Za-z])")
_PLAIN_WORDS: Final = re.compile("[^0-9≥≤<>=≈±%‰]{0,24}")
_DONE: Final = re.compile(
    "(?:全部|均|已|可|按时|按期|如期|及时|前|内|份|期间|时)*(?:完成|完工|竣工|结束|实施|建成|验收|交付|"
    "投入|投用|支付|拨付|发放|到位|开展|举办|召开|执行|上线|通过|办结|办理|办完|回复|答复|响应|处理|"
    "处置|解决|反馈|送达|使用|服务|有效|维护|质保|整改|报送|上报|公开|公示|结项|结题|出版|培训|宣传)"
)
_NOUN: Final = re.compile("(?![性级制版型号线的地得化半])")


@lru_cache(maxsize=8192)
def is_clean(words: str) -> bool:
    """Whether the words before a number all keep its meaning (完成, 共)."""
    return _CLEAN.fullmatch(words) is not None


def is_link(words: str) -> bool:
    """Whether words end by naming the number that follows: 结案率为, 完成时间:."""
    return _LINK.search(words) is not None


def without_currency(words: str) -> str:
    """The words before a number without 人民币 and ¥."""
    return _CURRENCY.sub("", words)


@lru_cache(maxsize=8192)
def changes(words: str) -> bool:
    """Whether words may change the meaning of a number: 未完成, 除…外, 第, signs."""
    return (
        _PLAIN_WORDS.fullmatch(_NAME.sub("", words)) is None
        or _CHANGING.search(_HARMLESS.sub("", words)) is not None
    )


def is_decline(words: str) -> bool:
    """Whether a decline is named right before the number: 下降."""
    return _DECLINE.search(words) is not None


def follows_time(words: str) -> bool:
    """Whether words may follow a date or length of time: 完成, 内办结."""
    return not words or _DONE.match(words) is not None


def follows_count(words: str) -> bool:
    """Whether words may be the noun that a number with unit counts: 2次 + 宣传."""
    return _NOUN.match(words) is not None
