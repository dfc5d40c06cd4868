"""Reading a picture: what it shows and how well it shows it, apart from what anybody typed.

Knows neither the database nor HTTP nor Django models; `model` holds the values, so that rules
can compare readings without loading what makes them.
"""
