"""What is asked when something is registered: in which course, which fields, which of them must be answered.

``courses`` and ``asked`` are plain values about the vocabulary and know no Django; the others make Django forms of
them.
"""
