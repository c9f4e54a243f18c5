"""The options: their cards, their forms, and the time that is left."""
