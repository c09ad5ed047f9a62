"""How did the tables of cases come to be what they are?"""
