"""Facts from the text of a report and its typesetting (文字事实)."""
