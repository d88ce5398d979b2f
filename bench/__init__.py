"""Accuracy and speed, one command each; never imported by the program."""
