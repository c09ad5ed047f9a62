"""The pages of the public form; nobody is signed in to them."""
