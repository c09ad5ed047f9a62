"""How did the tables of access come to be what they are?"""
