"""Puts readings and renditions inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, parent_key, same_account

_MATERIAL = "verification_material"
_READING = "verification_materialreading"
_RENDITION = "verification_rendition"


class Migration(migrations.Migration):
    dependencies = [("verification", "0008_picture_readings")]

    operations = [
        fence(_READING),
        fence(_RENDITION),
        parent_key(_RENDITION),
        same_account(_READING, "material_id", _MATERIAL),
        same_account(_RENDITION, "material_id", _MATERIAL),
        same_account(_RENDITION, "other_id", _MATERIAL),
        same_account("verification_submissionmaterial", "rendition_id", _RENDITION),
    ]
