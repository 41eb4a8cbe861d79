"""The families of rules in words (规则类别)."""

from typing import Final

from quanheng.core.bilingual import Words

FAMILY_WORDS: Final = {
    "BG": Words("预算资金", "budget"),
    "CP": Words("跨报告比较", "comparison"),
    "CS": Words("前后一致", "consistency"),
    "DV": Words("偏差原因", "deviations"),
    "EV": Words("佐证", "evidence"),
    "GL": Words("绩效目标", "goals"),
    "ID": Words("基本信息", "identity"),
    "IN": Words("指标设置", "indicators"),
    "LB": Words("立项依据", "legal basis"),
    "LY": Words("格式", "layout"),
    "PB": Words("问题与建议", "problems"),
    "PR": Words("自评程序", "procedure"),
    "RG": Words("工作台账", "registers"),
    "SC": Words("得分等级", "scores"),
    "VL": Words("目标值与完成值", "values"),
    "WD": Words("文字", "wording"),
    "WT": Words("权重", "weights"),
    "WV": Words("豁免", "waivers"),
}
