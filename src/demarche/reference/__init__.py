"""Reference data from maintained packages and small tables of our own, one adapter each. Read-only; below the steps."""
