"""How did the tables of reception come to be what they are?"""
