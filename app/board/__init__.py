"""Many cases in one folder, of each only what its header tells; no case is opened."""
