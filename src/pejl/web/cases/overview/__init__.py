"""What can be counted over many cases, by whom, and how is it grouped?

``selection`` says which duties are counted and starts every count at the gate; the others are one subject each and
ask the database a fixed number of times, however many cases there are. Views only show what these give.
"""
