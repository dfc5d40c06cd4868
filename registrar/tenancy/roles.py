"""Names that SQL and Python share."""

STAFF_ROLE = "registrar_staff"
