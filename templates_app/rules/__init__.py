"""The pure rules of info templates: no database, no HTTP, no Django models.

`template_rules.check_template` asks them all; each can be asked alone.
Every check takes any text and answers with a list of `Problem`; none raises.
"""
