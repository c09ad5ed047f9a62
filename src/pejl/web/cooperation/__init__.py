"""What do we have agreed with schools and day care about who comes to them, and when?"""
