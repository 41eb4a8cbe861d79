"""Reports of the same department, indexed for comparison (同部门报告)."""
