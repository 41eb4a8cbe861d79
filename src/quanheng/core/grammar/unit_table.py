"""The units that forms use, with their exact factor to the base unit (计量单位表).

Conversion follows practice: 天, 工作日 and 月 are not converted into each other, nor
人, 人次, 户 and 户次; 次, 场 and 期; 份 and 册; % and 百分点. Land has the base 亩:
since 1 公顷 = 15 亩 = 10000 平方米, a 平方米 is exactly 0.0015 亩; a 亩 in 平方米
is no finite decimal.
"""

from decimal import Decimal
from typing import Final

from quanheng.core.grammar.lexicon import words_of
from quanheng.core.quantity import Dimension

_D = Dimension

MEASURES: Final[dict[str, tuple[Dimension, str, str]]] = {
    "元": (_D.MONEY, "元", "1"),
    "角": (_D.MONEY, "元", "0.1"),
    "美元": (_D.MONEY, "美元", "1"),
    "欧元": (_D.MONEY, "欧元", "1"),
    "港元": (_D.MONEY, "港元", "1"),
    "月": (_D.MONTHS, "月", "1"),
    "季度": (_D.MONTHS, "月", "3"),
    "半年": (_D.MONTHS, "月", "6"),
    "年": (_D.MONTHS, "月", "12"),
    "天": (_D.DAYS, "天", "1"),
    "日": (_D.DAYS, "天", "1"),
    "自然日": (_D.DAYS, "天", "1"),
    "日历天": (_D.DAYS, "天", "1"),
    "周": (_D.DAYS, "天", "7"),
    "星期": (_D.DAYS, "天", "7"),
    "工作日": (_D.WORKING_DAYS, "工作日", "1"),
    "小时": (_D.HOURS, "小时", "1"),
    "分钟": (_D.HOURS, "小时", "1/60"),
    "秒": (_D.HOURS, "小时", "1/3600"),
    "%": (_D.RATE, "%", "1"),
    "‰": (_D.RATE, "%", "0.1"),
    "‱": (_D.RATE, "%", "0.01"),
    "百分点": (_D.PERCENTAGE_POINT, "百分点", "1"),
    "亩": (_D.AREA, "亩", "1"),
    "公顷": (_D.AREA, "亩", "15"),
    "平方米": (_D.AREA, "亩", "0.0015"),
    "平方公里": (_D.AREA, "亩", "1500"),
    "平方千米": (_D.AREA, "亩", "1500"),
    "米": (_D.LENGTH, "米", "1"),
    "延米": (_D.LENGTH, "米", "1"),
    "公里": (_D.LENGTH, "米", "1000"),
    "千米": (_D.LENGTH, "米", "1000"),
    "里": (_D.LENGTH, "米", "500"),
    "厘米": (_D.LENGTH, "米", "0.01"),
    "毫米": (_D.LENGTH, "米", "0.001"),
    "公斤": (_D.WEIGHT, "公斤", "1"),
    "千克": (_D.WEIGHT, "公斤", "1"),
    "吨": (_D.WEIGHT, "公斤", "1000"),
    "斤": (_D.WEIGHT, "公斤", "0.5"),
    "克": (_D.WEIGHT, "公斤", "0.001"),
    "毫克": (_D.WEIGHT, "公斤", "0.000001"),
    "微克": (_D.WEIGHT, "公斤", "0.000000001"),
    "立方米": (_D.VOLUME, "立方米", "1"),
    "升": (_D.VOLUME, "立方米", "0.001"),
    "毫升": (_D.VOLUME, "立方米", "0.000001"),
    "名": (_D.COUNT, "人", "1"),
    "位": (_D.COUNT, "人", "1"),
}
"""Unit → dimension, base unit, how many base units (a fraction where it must be)."""

COUNTED: Final = frozenset(
    words_of(
        "次 场 场次 期 批 批次 轮 轮次 届 回 趟 遍 班次 车次 架次 频次 起 宗 例",
        "例次 单 笔 票 人 人次 人份 人天 人日 人月 人时 户 户次 家 家次 个 组 队 班",
        "团 对 双 副 岁 周岁 份 册 本 套 篇 篇次 条 部 章 版 集 档 首 幅 张 页 字",
        "句 卷 件 项 款 种 类 型 样 样品 处 座 所 站 点 栋 幢 间 层 室 村 校 院 园",
        "厅 馆 亭 坊 井 眼 孔 口 杆 桩 段 路 路段 线 端 面 块 片 区 宗地 标段 标箱",
        "台 台套 台次 台班 套次 部次 架 艘 列 辆 辆次 盏 根 支 只 头 羽 尾 匹 峰 箱",
        "樘 扇 具 顶 盆 捆",
        "盒 瓶 袋 包 桶 罐 枚 颗 粒 株 棵 丛 穴 枝 盘 碗 餐 顿 卡 证 剂 剂次 针",
        "针次 床 张床 床位 床日 座位 席 席位 车位 泊位 门 门次 科 科次 节 节次 讲",
        "课 课时 学时 学分 学期 学年 工日 亩次 星 级 倍 分 码 屏 帧 度 千瓦 千瓦时",
        "兆瓦 兆瓦时 千伏 千伏安 分贝 °C 吨公里 人公里 车公里 KB MB GB TB",
        "Mbps",
    )
)
"""Units that convert only to themselves."""

SPELLINGS: Final = {
    "季": "季度",
    "年度": "年",
    "圆": "元",
    "块钱": "元",
    "元人民币": "元",
    "百分比": "%",
    "pct": "%",
    "m2": "平方米",
    "M2": "平方米",
    "m²": "平方米",
    "平米": "平方米",
    "平方": "平方米",
    "m3": "立方米",
    "M3": "立方米",
    "m³": "立方米",
    "立方": "立方米",
    "km2": "平方公里",
    "km²": "平方公里",
    "km": "公里",
    "KM": "公里",
    "m": "米",
    "cm": "厘米",
    "mm": "毫米",
    "kg": "公斤",
    "KG": "公斤",
    "Kg": "公斤",
    "t": "吨",
    "g": "克",
    "mg": "毫克",
    "ug": "微克",
    "μg": "微克",
    "L": "升",
    "ml": "毫升",
    "mL": "毫升",
    "hm2": "公顷",
    "hm²": "公顷",
    "h": "小时",
    "钟头": "小时",
    "min": "分钟",
    "礼拜": "星期",
    "工作天": "工作日",
    "自然天": "自然日",
    "日历日": "日历天",
    "度电": "千瓦时",
    "kWh": "千瓦时",
    "kW": "千瓦",
    "KW": "千瓦",
    "MW": "兆瓦",
    "kV": "千伏",
    "KV": "千伏",
    "台(套)": "台套",
    "台/套": "台套",
    "户/次": "户次",
    "人(次)": "人次",
    "dB": "分贝",
    "人数": "人",
    "次数": "次",
}
"""Another writing of a unit."""

INDIVIDUAL: Final = frozenset(
    words_of(
        "月 季度 季 年度 星期 礼拜 工作日 工作天 自然日 日历天 小时 钟头 百分点",
        "学期 学年 学时 课时 学分 标段 床位 座位 席位 车位 泊位 班次 批次",
    )
)
"""Units that are counted with 个 before them: 3个月, 5个工作日, 2个百分点."""


def ratio(text: str) -> tuple[Decimal, Decimal]:
    """Numerator and denominator of a factor in the table."""
    over, _, under = text.partition("/")
    return Decimal(over), Decimal(under or 1)
