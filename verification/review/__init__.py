"""The first review by staff, inside the Django admin."""
