"""Mending a picture: another format, fewer bytes, turned upright, two sides in one."""

from .legibility import still_legible
from .repair import repair_picture
from .repaired import Repaired, RepairImpossible

__all__ = ["RepairImpossible", "Repaired", "repair_picture", "still_legible"]
