"""A review body of our own: it keeps a register and judges what it is sent by it.

A product, not a mock: own tables, own delay, asynchronous answers in the wording of real
review bodies. It shares nothing with the registrar's side but the port.
"""
