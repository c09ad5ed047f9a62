"""How did the tables of cooperation come to be what they are?"""
