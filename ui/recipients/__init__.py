"""The parts of the place for those who will read the dossier."""
