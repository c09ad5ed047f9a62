"""Which rows does the app keep?"""
