"""The file that people begin with: headings and one row as an example."""

from django.http import StreamingHttpResponse

from registrar.sheets.kinds import SheetKind

from .files import file_response, heading_of


def sample(kind: SheetKind, file_format: str, *, codes: bool = False) -> StreamingHttpResponse:
    """In the active language; holds nobody's data."""
    rows = [heading_of(kind.blank, codes=codes), [str(column.example) for column in kind.blank]]
    return file_response(f"{kind.key}-import", file_format, kind.blank, rows)
