"""The parts of the plan and of the story."""
