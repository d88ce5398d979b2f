"""The value sets of the record, as data: each value with a one-line definition and its place in the codebooks of the field."""
