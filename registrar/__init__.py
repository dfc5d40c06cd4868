"""Imports nothing: `registrar.client` runs where no server is installed."""
