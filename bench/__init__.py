"""How fast is Pejl, next to what others would reach for? The benchmark; ``bench/run`` starts it, pejl never does."""
