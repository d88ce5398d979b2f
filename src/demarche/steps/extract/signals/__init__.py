"""Words that tell of an attack, its kinds and its harm."""
