"""Clean reports × planted faults: what the rules see, and whether they cry wolf.

    python benchmarks/mutation.py [PLACES]

PLACES says at how many places of each report a fault is planted, one at a time (3).
"""

import sys
import time
from collections import Counter

from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Severity, Status
from quanheng.testing.mutation.harness import PLACES, Outcomes, run, uncovered
from quanheng.testing.mutation.load import clean_reports, mutators


def main(places: int) -> None:
    start = time.perf_counter()
    outcomes = run(clean_reports(), mutators(), places)
    seconds = time.perf_counter() - start
    _rules(outcomes)
    _missed(outcomes)
    _alarms(outcomes)
    _collateral(outcomes)
    count = len(outcomes.trials)
    print(
        f"\n{len(mutators())} kinds of faults × {len(clean_reports())} clean reports, "
        f"{places} places at most: {count} trials in {seconds:.1f} s "
        f"({seconds * 1000 / count:.1f} ms each)"
    )
    print(f"recall {outcomes.recall:.4f}; stable rules {outcomes.stable_recall:.4f}")
    print(f"not tried: {', '.join(uncovered(all_rules(), mutators())) or 'none'}")


def _rules(outcomes: Outcomes) -> None:
    by_code = {rule.code: rule for rule in all_rules()}
    print(f"{'rule':8}{'recall':>8}{'seen':>7}{'planted':>9}")
    for code, (seen, planted) in outcomes.recall_by_rule.items():
        mark = " preview" if by_code[code].status is Status.PREVIEW else ""
        print(f"{code:8}{seen / planted:8.3f}{seen:7}{planted:9}{mark}")


def _missed(outcomes: Outcomes) -> None:
    counts = Counter(
        (", ".join(trial.mutator.catches), trial.mutator.name, trial.report)
        for trial in outcomes.missed
    )
    print("\nmissed")
    for (codes, name, report), count in counts.items():
        print(f"  {codes:8}{name}: {report} ×{count}")


def _alarms(outcomes: Outcomes) -> None:
    print(f"\n{'clean report':28}{'above info':>11}{'info':>6}")
    for name, findings in outcomes.alarms.items():
        quiet = sum(finding.severity is Severity.INFO for finding in findings)
        print(f"{name:28}{len(findings) - quiet:11}{quiet:6}")


def _collateral(outcomes: Outcomes) -> None:
    """The faults at which most other rules speak above info."""
    print("\nother rules that speak above info, by fault")
    tries = Counter(trial.mutator.name for trial in outcomes.trials)
    listed = outcomes.collateral.items()
    for name, codes in sorted(listed, key=lambda item: -len(item[1])):
        often = {code: n for code, n in codes.items() if n * 4 >= tries[name]}
        if often:
            told = ", ".join(f"{code} ×{n}" for code, n in sorted(often.items()))
            print(f"  {name} ({tries[name]}): {told}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PLACES)
