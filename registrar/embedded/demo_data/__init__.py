"""Invented people, organisations and domains that show every state of the system."""

from .loading import load

__all__ = ["load"]
