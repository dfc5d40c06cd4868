"""/prechecks: what would fail, before anything is submitted."""

from collections.abc import Sequence
from typing import Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.prechecks import Form, Precheck

from .base import Resource, given, part


class Prechecks(Resource):
    def ask(
        self,
        *,
        materials: Sequence[str],
        template: str | None = None,
        domain: str | None = None,
        form: Form | None = None,
        document_type: str | None = None,
        document_number: str | None = None,
        profile: str | None = None,
        **how: Unpack[How],
    ) -> Precheck:
        """Exactly one of `template`, `domain` and `form`.

        As long as a picture is being read, `status` is pending: `get` it by `id` again.
        """
        body = given(
            materials=list(materials),
            template=template,
            domain=domain,
            form=form,
            document_type=document_type,
            document_number=document_number,
            profile=profile,
        )
        return cast(Precheck, self._post("/prechecks", body, how))

    def get(self, precheck_id: str) -> Precheck:
        return cast(Precheck, self._get(f"/prechecks/{part(precheck_id)}"))
