"""What can be done without correcting anything: waiting for a day, handing in again unchanged."""
