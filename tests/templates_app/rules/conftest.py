"""Properties are about truth, not about speed: the first call loads tables."""

from hypothesis import settings

settings.register_profile("rules", deadline=None)
settings.load_profile("rules")
