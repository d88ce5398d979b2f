"""The world: files, the store, many processes, the clock."""
