"""The companion pack: the dossier with its tables and original files, for a stick."""
