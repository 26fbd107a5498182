"""A Functions host for one machine: runs function_app.py on Microsoft's own worker library."""
