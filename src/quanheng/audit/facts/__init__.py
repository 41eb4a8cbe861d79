"""Facts of a report that several rules share (共用事实)."""
