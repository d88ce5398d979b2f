"""Learns the trained reader: `python -m training.reader` (needs the extra `train`).

Numbered as in `__main__.py`: 1 every sentence of the corpora but the held-out one, with its context, becomes an example
with labels, 2 a small encoder is fine-tuned on them, 3 it is exported to ONNX with weights of eight bits, 4 the sieve
before it is learned, 5 the weights that choose among its candidates and those of the rules are learned on incidents that
neither has seen, and 6 so are the corrections of scores (`training/calibration.py`).
"""
