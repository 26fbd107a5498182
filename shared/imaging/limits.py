"""What an image may cost: whoever made it could have written anything into it. More is refused."""

MAX_PIXELS = 1 << 25
"""Samples of one frame; a mammogram has 13 to 28 million."""
MAX_FRAMES = 50_000
"""Of one file, and fragments of a compressed one beyond one a frame."""
MAX_DECODED = 1 << 28
"""Bytes of all the frames that are decoded for one answer."""
MAX_ELEMENTS = 100_000
"""Of a header, items of its sequences included; each takes a parser some microseconds and a hundred bytes."""
MAX_DEPTH = 32
"""Sequences in sequences."""
MAX_INFLATED = 1 << 27
"""Bytes that a deflated file may grow to; 292 KB can hold 300 MB."""

MEMORY = 512 << 20
"""Bytes that a process which decodes may have, beside the file itself."""
CPU_SECONDS = 10
"""Of one frame; 20 million pixels of JPEG 2000 take two or three."""
PATIENCE = 30.0
"""Seconds on the clock for the same: processors are shared."""
