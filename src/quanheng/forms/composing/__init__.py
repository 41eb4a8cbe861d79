"""The pieces that composed forms share (排版)."""
