"""Figures of speed: `make bench`. Not collected by pytest, and never a reason to fail.

A module here measures one thing: a function `measure() -> Iterator[Figure]`, named in
`__main__.BENCHES`. What needs a database enters it itself.
"""
