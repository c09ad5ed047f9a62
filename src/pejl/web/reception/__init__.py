"""How does what people tell us reach the right child at once, day and night?"""
