"""Makes the demonstration model from phantoms; not needed to run the product."""
