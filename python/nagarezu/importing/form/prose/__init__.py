"""What a paper in numbered prose is made of."""
