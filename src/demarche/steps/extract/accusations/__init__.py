"""Who says who did it: accusations, denials, refusals, doubts and claims of responsibility."""
