"""Results as text and files: one output a module, found by its name in OUTPUTS."""
