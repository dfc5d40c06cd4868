"""What a list's page offers of files: for sheets/parts/file_menu.html."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from registrar.tenancy.actor import Actor

from .kinds import get_kind


@dataclass(frozen=True, slots=True)
class ListFiles:
    """Where the list is to be had as a file; `import_url` is "" for whoever may not import."""

    csv_url: str
    xlsx_url: str
    import_url: str


def files_of_list(
    *, actor: Actor, kind: str, export_name: str, asked: Mapping[str, str]
) -> ListFiles:
    """`asked` is the list's filter, which the export keeps."""
    urls = {
        file_format: f"{reverse(export_name)}?{urlencode({**asked, 'format': file_format})}"
        for file_format in ("csv", "xlsx")
    }
    may_import = actor.may(get_kind(kind).permission)
    import_url = reverse("sheets:upload", args=[kind]) if may_import else ""
    return ListFiles(urls["csv"], urls["xlsx"], import_url)
