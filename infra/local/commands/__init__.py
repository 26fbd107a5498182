"""One file per command.

Its docstring is the help; `add_arguments(parser)` and `run(options) -> int` are the rest.
"""
