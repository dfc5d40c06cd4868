"""/materials: pictures of documents."""

from pathlib import Path
from typing import Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.materials import Material

from .base import Resource, part

IDENTITY, BACK, SUPPORTING = (
    "identity_document",
    "identity_document_back",
    "supporting_document",
)


class Materials(Resource):
    def upload(self, path: Path, *, kind: str = IDENTITY, **how: Unpack[How]) -> Material:
        """The server judges the picture by its content; OSError if it can't be read here."""
        answer = self._transport.call(
            "POST",
            "/materials",
            files={"file": (path.name, path.read_bytes())},
            fields={"kind": kind},
            how=how,
        )
        return cast(Material, self._json(answer))

    def get(self, material_id: str) -> Material:
        return cast(Material, self._get(f"/materials/{part(material_id)}"))

    def content(self, material_id: str) -> bytes:
        """The picture itself; every fetch is written to the operation log."""
        return self._transport.call("GET", f"/materials/{part(material_id)}/content").content
