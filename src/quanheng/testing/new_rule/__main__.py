"""``make rule CODE=GL105 NAME=goal-repeats-project-name``."""

import sys
from pathlib import Path

from quanheng.testing.new_rule.lay_out import lay_out_rule

try:
    for path in lay_out_rule(Path(), *sys.argv[1:3]):
        sys.stdout.write(f"{path}\n")
except ValueError as refusal:
    sys.exit(f"{refusal}")
