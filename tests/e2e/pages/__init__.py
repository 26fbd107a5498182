"""What a person sees and does on each screen, in the words of the product."""
