"""What would fail, before it is sent: from form and readings to findings (pure)."""

from .finding import Finding, Place

__all__ = ["Finding", "Place"]
