"""The texts Pejl ships with, as values; a municipality's own versions replace them from a day on."""
