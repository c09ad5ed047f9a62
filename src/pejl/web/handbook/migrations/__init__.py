"""How did the tables of the handbook come to be what they are?"""
