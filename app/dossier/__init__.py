"""From a case to one bundled PDF: plan, preflight, pages, bind, verify."""
