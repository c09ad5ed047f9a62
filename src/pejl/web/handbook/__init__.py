"""Which phrases, letters and checklists are there, from when, by whom, and which law do they cite?"""
