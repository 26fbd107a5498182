"""Head and neck in three dimensions, as tissues; CT and MR images are made from them."""
