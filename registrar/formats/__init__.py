"""Dates where nobody names a format, such as in the admin's lists: as the console writes them."""
