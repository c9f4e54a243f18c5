"""The parts of the place that searches the whole case."""
