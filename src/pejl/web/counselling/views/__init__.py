"""The pages of open counselling and of the early offers."""
