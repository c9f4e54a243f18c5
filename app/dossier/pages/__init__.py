"""One module for each kind of page that a dossier brings along itself."""
