"""What an assessment sheet is made of."""
