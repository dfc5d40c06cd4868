"""What reviewers ask customers for before they decide, and what customers bring."""
