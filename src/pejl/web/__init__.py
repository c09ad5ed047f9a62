"""The web: Django keeps rows, shows pages and guards doors; everything that is known about law lies below it."""
