"""How the window looks: its colours, its type, its shapes."""
