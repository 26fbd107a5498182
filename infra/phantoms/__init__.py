"""Made-up anatomy: images that look like radiographs, CT and MR, and belong to nobody."""
