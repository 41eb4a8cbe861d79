"""Weights of the recogniser, learned from generated forms (训练).

``python -m quanheng.testing.forms.training`` makes them anew.
"""
