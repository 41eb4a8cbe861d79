"""Proposed sales (产销对接的呈现)."""
