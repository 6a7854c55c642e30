"""Files made of pages: pdf, scans, OFD. Strokes and characters become paragraphs and tables."""
