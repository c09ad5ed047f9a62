"""The pages about who comes to which school and day care."""
