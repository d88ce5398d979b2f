"""The dates that a text gives, when something was said, and when the incident began."""
