"""The inference job: takes series from a queue, has models read them, puts the answers on another, ends.

`python -m shared.inference`. It never loads the web side, nor any command or query.
"""
