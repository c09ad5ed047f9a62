"""Does the web work in a real browser, for the eye, the keyboard and the screen reader?"""
