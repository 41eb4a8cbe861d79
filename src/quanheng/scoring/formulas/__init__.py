"""One formula for each kind of target, and what it gives (计分公式)."""
