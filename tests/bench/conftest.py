"""The benchmark is run by its own commands; only its test is collected."""

collect_ignore_glob = ["[!t]*.py", "texts.py", "__main__.py"]
