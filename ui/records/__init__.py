"""The parts of the places for records and notes."""
