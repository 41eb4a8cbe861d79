"""The parts of a generated form, each in its layout (表的各部分)."""
