"""The page for the visit: content first, then figures, then PDF and PNG."""
