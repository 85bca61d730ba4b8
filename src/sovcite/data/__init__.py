"""What is known of archives, as tables with their sources, and the functions that look things up in them."""
