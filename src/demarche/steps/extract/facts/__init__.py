"""What happened to whom: victims, services, types, impacts, means and context."""
