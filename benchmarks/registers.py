"""Reading a register of a million rows beside a bare csv reader, ratios printed.

    python benchmarks/registers.py [ROWS]

The register has eight columns, three of them ever new, and three bad rows, all of
which must be named. Time is processor time; the memory is that of the whole process.
"""

import csv
import io
import random
import resource
import sys
import time
from collections.abc import Iterator

from quanheng.registers.kinds import kinds
from quanheng.registers.reading.csv_table import csv_table
from quanheng.registers.reading.entries import read_register
from quanheng.registers.reading.values.outcome import Circumstances

HEADING = "支付日期,金额（元）,经济分类,用途,收款单位,凭证号,资金来源,备注"
CATEGORIES = ("办公费", "印刷费", "差旅费", "委托业务费")


def lines(count: int) -> Iterator[str]:
    """Made-up payments."""
    chance = random.Random(1)  # noqa: S311 - made-up data
    bad = {5, count // 2, count - 2}
    for number in range(count):
        day = f"2021-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        amount = (
            "许多" if number in bad else f"{chance.randint(100, 9_999_999) / 100:.2f}"
        )
        category, payee = chance.choice(CATEGORIES), chance.randint(1, 500)
        yield (
            f"{day},{amount},{category},第{number}批宣传资料,某印刷厂{payee},"
            f"记-{number:07},县级,"
        )


def main(count: int) -> None:
    data = "\n".join([HEADING, *lines(count)]).encode()
    start = time.process_time()
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(data), "utf-8", newline=""))
    assert sum(1 for _ in reader) == count + 1
    bare = time.process_time() - start
    start = time.process_time()
    table = csv_table(data, "spending", "spending.csv")
    register = read_register(kinds()["spending"], table, Circumstances(("银行",)))
    ours = time.process_time() - start
    refused = [refused.row for refused in register.refused]
    assert refused == [7, count // 2 + 2, count]
    assert len(register) == count - 3
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} rows: csv alone {bare:.2f} s, read and checked {ours:.2f} s")
    print(f"ratio {ours / bare:.1f}; memory {memory:,.0f} MiB; refused rows {refused}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
