"""Documents about fictional places: consistent by construction, or with one planted error."""
