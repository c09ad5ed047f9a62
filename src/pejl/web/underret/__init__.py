"""How can schools, day care, health care and citizens tell us of a child, and know that it has been stored?"""
