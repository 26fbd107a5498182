"""Decoding in processes of their own, with limits: what a file makes of a codec ends there."""
