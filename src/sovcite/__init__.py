"""sovcite."""
