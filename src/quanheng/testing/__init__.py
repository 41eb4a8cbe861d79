"""Public test harness for rules and readers (测试工具)."""
