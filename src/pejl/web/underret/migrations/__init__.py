"""How did the tables of the public form come to be what they are?"""
