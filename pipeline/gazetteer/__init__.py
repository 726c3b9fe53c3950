"""Gazetteer: the compiled list of known toponyms, and look-ups in it."""
