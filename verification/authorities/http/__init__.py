"""The HTTP adapter: what docs/authority-contract.md says, from the registrar's side."""
