"""Reads bicep files, without the bicep compiler."""
