"""How did the tables of the counselling come to be what they are?"""
