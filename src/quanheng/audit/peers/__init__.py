"""What the reports of a department share, and which of them share it (同部门报告)."""
