"""A small authority that speaks docs/authority-contract.md, for tests, drills and the demo.

A process of its own: no Django database, no model of ours. It shares the judge's pure rules
(`simulated.rules`) and the signature library with the other side, nothing else, so that a slip
in our reading of the contract shows.
"""
