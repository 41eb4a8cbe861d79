"""Many reports at a glance (总览)."""
