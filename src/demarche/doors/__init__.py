"""The ways in: parse, call, render."""
