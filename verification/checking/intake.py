"""What an upload may bring, in the words of people."""

# What a file dialog offers: browsers don't count HEIC among images everywhere.
ACCEPT = "image/*,.heic,.heif"
