"""Plots as SVG: every mark has a text alternative and a link to its words, every plot its table."""
