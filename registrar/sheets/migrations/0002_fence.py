"""Puts imports, their files and their rows inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, parent_key, same_account

_IMPORT = "sheets_sheetimport"
_UPLOAD = "sheets_sheetupload"
_ROW = "sheets_sheetrow"
_KEY = "accounts_apikey"


class Migration(migrations.Migration):
    # The key that keys of the API are pointed at by was made for the first of those who do.
    dependencies = [("sheets", "0001_initial"), ("plans", "0002_fence")]

    operations = [
        fence(_IMPORT),
        fence(_UPLOAD),
        fence(_ROW),
        parent_key(_IMPORT),
        same_account(_IMPORT, "made_key_id", _KEY),
        same_account(_IMPORT, "run_key_id", _KEY),
        same_account(_UPLOAD, "sheet_import_id", _IMPORT),
        same_account(_ROW, "sheet_import_id", _IMPORT),
    ]
