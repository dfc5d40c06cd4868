from django.apps import AppConfig


class EmbeddedConfig(AppConfig):
    name = "registrar.embedded"
    label = "embedded"
