"""Lists of facts with a form beside them: medicines, events, results and the like."""
