"""Words on pages: fonts, scripts, lines. It knows neither cases nor files of other people."""
