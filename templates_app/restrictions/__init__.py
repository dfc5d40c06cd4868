"""Restricted subjects and words: the registrar's lists, how they are asked, and how staff keep
them (seed 002). The rules themselves are in templates_app.rules.restrictions."""
