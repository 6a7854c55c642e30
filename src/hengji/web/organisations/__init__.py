"""Jurisdictions and organisations: the tree, names, import, merging."""
