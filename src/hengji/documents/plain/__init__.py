"""Plain text: decoding, paragraphs, and the tables that its lines and columns hold."""
