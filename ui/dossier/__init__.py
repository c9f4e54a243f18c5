"""The parts of the place where the dossier is put together."""
