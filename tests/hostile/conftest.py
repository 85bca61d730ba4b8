"""The commands of this folder are run by its tests and not collected."""

collect_ignore = ["attacks.py", "limited.py"]
