"""Invented holders. Nobody is meant; region codes are real, check digits are right."""
