"""The whole API as its document describes it, called in every way that schemathesis thinks of.

`make fuzz` runs it; FUZZ_EXAMPLES=200 looks longer. The same calls each time: no seed is random.
"""
