"""The commands of this folder are run by its tests and by hand, and not collected."""

collect_ignore = ["run.py", "targets.py"]
