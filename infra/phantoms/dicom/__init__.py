"""Phantom pixels as DICOM objects with the modules that PS3.3 asks for."""
