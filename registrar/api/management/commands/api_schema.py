"""Write the OpenAPI document and the list of refusals, or check that those in docs/ are current."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer

from registrar.api.problem_page import problem_page


class Command(BaseCommand):
    help = (
        "Write docs/openapi.yaml and docs/problems.md; --check only says whether they are current."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing")

    def handle(self, *_args: Any, check: bool, **_options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "docs"
        for name, text in (("openapi.yaml", document()), ("problems.md", problems())):
            path = folder / name
            if not check:
                path.write_bytes(text)
                self.stdout.write(f"Wrote {name}.")
            elif not path.exists() or path.read_bytes() != text:
                raise CommandError(f"docs/{name} is not current; run `make schema`.")
        if check:
            self.stdout.write("The API's documents are current.")


def document() -> bytes:
    """The whole API as OpenAPI 3.1 in YAML, in English; CommandError on any warning."""
    with translation.override("en"):
        GENERATOR_STATS.reset()
        schema = SchemaGenerator().get_schema(request=None, public=True)
        if GENERATOR_STATS:
            GENERATOR_STATS.emit_summary()
            raise CommandError("The API has parts that can't be described; see above.")
        return bytes(OpenApiYamlRenderer().render(schema, renderer_context={}))


def problems() -> bytes:
    """The list of refusals, in English."""
    with translation.override("en"):
        return problem_page()
