"""What stands around the places: sidebar, menus, bars, lock, settings and help."""
