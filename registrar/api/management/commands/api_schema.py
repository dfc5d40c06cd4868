"""Write the OpenAPI document, or check that the one kept in docs/ is current."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer


class Command(BaseCommand):
    help = "Write docs/openapi.yaml; --check only says whether it is current."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing")

    def handle(self, *_args: Any, check: bool, **_options: Any) -> None:
        path = Path(settings.BASE_DIR) / "docs" / "openapi.yaml"
        text = document()
        if not check:
            path.write_bytes(text)
            self.stdout.write(f"Wrote {path.name}.")
        elif not path.exists() or path.read_bytes() != text:
            raise CommandError("docs/openapi.yaml is not current; run `make schema`.")
        else:
            self.stdout.write("The OpenAPI document is current.")


def document() -> bytes:
    """The whole API as OpenAPI 3.1 in YAML, in English; CommandError on any warning."""
    with translation.override("en"):
        GENERATOR_STATS.reset()
        schema = SchemaGenerator().get_schema(request=None, public=True)
        if GENERATOR_STATS:
            GENERATOR_STATS.emit_summary()
            raise CommandError("The API has parts that can't be described; see above.")
        return bytes(OpenApiYamlRenderer().render(schema, renderer_context={}))
