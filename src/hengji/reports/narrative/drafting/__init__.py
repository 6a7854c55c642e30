"""Drafts made of the data: templates with references, so that a changed figure changes no draft."""
