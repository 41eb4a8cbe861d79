"""Documents to workbooks (Excel 写出器)."""
