"""The answering side, inside the Django admin."""
