"""What holds for every case one can invent: the engines agree, and limits behave like limits."""
