"""Does the web show the right page to the right person? URL in, page out, through Django's test client."""
