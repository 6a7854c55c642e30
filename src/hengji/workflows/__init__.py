"""The imperative shell: one function per job a person asks for. Files are opened here and nowhere below."""
