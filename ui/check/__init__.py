"""What the Check shows of a dossier that is not made yet."""
