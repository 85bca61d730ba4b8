"""One rule a file: what it finds, why that is a fault, and where that is written."""
