"""What does a person see who starts Pejl for the first time? Nordby Kommune: invented from the first case to the last.

Only for a database with invented data; ``production.py`` refuses to start where these people can sign in.
"""
