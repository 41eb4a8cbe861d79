"""The parts of recognition: rows, blocks and narrative → project (识别)."""
