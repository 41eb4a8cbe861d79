"""Built-in number formats (内置数字格式).

The table of ECMA-376 part 1, §18.8.30, with its rows for zh-cn.
"""

from typing import Final

GENERAL: Final = "General"

_YEAR_MONTH: Final = 'yyyy"年"m"月"'
_MONTH_DAY: Final = 'm"月"d"日"'
_HOUR_MINUTE: Final = 'h"时"mm"分"'
_TO_SECOND: Final = 'h"时"mm"分"ss"秒"'
_MORNING_MINUTE: Final = '上午/下午h"时"mm"分"'
_MORNING_SECOND: Final = '上午/下午h"时"mm"分"ss"秒"'

LONG_DATE: Final = 'yyyy"年"m"月"d"日"'
"""The long date format of the system."""

LONG_TIME: Final = "h:mm:ss"

BUILTIN_FORMATS: Final = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;"¥"-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: _YEAR_MONTH,
    28: _MONTH_DAY,
    29: _MONTH_DAY,
    30: "m-d-yy",
    31: LONG_DATE,
    32: _HOUR_MINUTE,
    33: _TO_SECOND,
    34: _MORNING_MINUTE,
    35: _MORNING_SECOND,
    36: _YEAR_MONTH,
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '"¥"#,##0;"¥"-#,##0;"¥-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '"¥"#,##0.00;"¥"-#,##0.00;"¥-"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: _YEAR_MONTH,
    51: _MONTH_DAY,
    52: _YEAR_MONTH,
    53: _MONTH_DAY,
    54: _MONTH_DAY,
    55: _MORNING_MINUTE,
    56: _MORNING_SECOND,
    57: _YEAR_MONTH,
    58: _MONTH_DAY,
}
