"""The page for the visit: content first, then the drawing, then PDF and PNG."""
