"""Who and what a text names: parties, people in office, firms, groups, malware, and the tape they are marked on."""
