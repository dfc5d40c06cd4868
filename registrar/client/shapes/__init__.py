"""The shapes of answers, as docs/openapi.yaml has them. A newer server may add fields."""
