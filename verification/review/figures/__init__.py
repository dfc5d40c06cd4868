"""Figures of the first review: how long it takes, what passes, and where we and the authorities
disagree. Read-only; docs/reviewing.md defines each figure."""
