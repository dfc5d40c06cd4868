"""A registry of our own: its tables, its clock, its rules. The embedded default."""
