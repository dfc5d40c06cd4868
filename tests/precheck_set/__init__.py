"""The project's own set of invented documents, with what a pre-check has to find in each.

Nothing is stored: a case draws its pictures when they are asked for, from a seed that is its
name, the same bytes every time. `python -m tests.precheck_set OUT_DIR` writes them all out.

holders/    invented people and organisations with numbers that keep their standards
documents/  the papers, flat
photo.py    how a phone or a scanner sees a paper; encoding.py: how it stores it
damage.py   what goes wrong in between
cases.py    the cases: what is sent, what is typed, what has to be found
"""
