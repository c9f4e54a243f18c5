"""The parts of the place for what was made and sent."""
