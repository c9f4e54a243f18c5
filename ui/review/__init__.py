"""The look at new papers, before anything is saved."""
