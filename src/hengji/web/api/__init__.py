"""The interface for programs: the same objects, scopes and rights as the pages, by tokens."""
