"""What is shown, and how: fitted to the terminal, in colour only where one looks at it."""
