"""What an agenda sheet is made of."""
