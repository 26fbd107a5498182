"""DICOM and pixels: decoding, look-up tables, tensors, pictures. No web, no Azure."""
