"""The commands of tasks.py that do more than start another program: verbs, the work elsewhere."""
