"""Names and titles told in several places: documents, firms, offices, towns."""
