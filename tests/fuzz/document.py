"""The API's document as schemathesis reads it, and how hard it is tried."""

import os

import schemathesis
import yaml
from hypothesis import HealthCheck, Phase, settings
from schemathesis.config import SchemathesisConfig

from registrar.api.management.commands.api_schema import document
from registrar.wsgi import application

# Calls that are made up for each operation, beside those that try every limit and example.
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5"))

BOUNDED = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    # A refusal found is shown as it was found: making it smaller takes minutes.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def load() -> schemathesis.BaseSchema:
    """The document that docs/openapi.yaml keeps, asked of the application itself."""
    config = SchemathesisConfig(seed=1)
    schema = schemathesis.openapi.from_dict(yaml.safe_load(document()), config=config)
    schema.app = application
    return schema
