"""Messages of authorities and registries that the shipped catalogue doesn't know, and what
staff have made of them."""
