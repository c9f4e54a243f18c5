"""From a path to a proposal that a person confirms; nothing is saved by guessing."""
