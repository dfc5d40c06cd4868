"""STORAGES for a private folder or any S3 API. `materials` seals what `materials_raw` keeps."""

from pathlib import Path
from typing import Any

_STATIC = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
_SEALED = {"BACKEND": "registrar.crypto.storage.EncryptedStorage"}


def local_storages(var: Path) -> dict[str, Any]:
    """Pictures in `var`/materials, readable by the owner only; static files unhashed."""
    return {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        "materials": _SEALED,
        "materials_raw": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {
                "location": str(var / "materials"),
                "file_permissions_mode": 0o600,
                "directory_permissions_mode": 0o700,
            },
        },
    }


def s3_storages(*, bucket: str, endpoint_url: str | None, region: str | None) -> dict[str, Any]:
    """Pictures in a private bucket. Addresses are never handed out: see materials views."""
    return {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": _STATIC,
        "materials": _SEALED,
        "materials_raw": {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": bucket,
                "endpoint_url": endpoint_url,
                "region_name": region,
                "default_acl": "private",
                "file_overwrite": False,
                "querystring_expire": 30,
            },
        },
    }
