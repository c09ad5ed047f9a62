"""The law by example: events in, deadlines out, on both engines."""
