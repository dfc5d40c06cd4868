"""What the API's descriptions of exports share."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from registrar.api.parameters import one_of
from registrar.sheets.writing.files import FORMATS, TYPES

FORMAT = OpenApiParameter("format", enum=list(FORMATS), default=FORMATS[0])
FILES = {(200, TYPES[name].partition(";")[0]): OpenApiTypes.BINARY for name in FORMATS}
ABOUT = (
    " Streamed, however long the list is. Headings and values are the API's codes; the answer's"
    " file can be changed and imported again. Text that a spreadsheet would calculate has a `'`"
    " in front. The export is noted in the operation log."
)


def asked_format(request: Request) -> str:
    """InvalidInput for any but FORMATS."""
    return one_of(request, "format", FORMATS) or FORMATS[0]
