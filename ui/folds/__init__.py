"""Forms of many fields, folded into groups: only what somebody opens is in sight."""
