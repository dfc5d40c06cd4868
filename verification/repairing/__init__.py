"""Mending a picture: another format, fewer bytes, turned upright, two sides in one."""
