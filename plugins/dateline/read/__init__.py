"""Content files into documents with positions: bytes → front matter and text → the model."""
