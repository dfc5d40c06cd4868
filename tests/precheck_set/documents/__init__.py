"""The papers, flat and clean, drawn as they are laid out in life; none carries a real emblem.

A `draw_…` function takes a holder and returns a `Drawn`: pixels, and where the key texts are.
"""
