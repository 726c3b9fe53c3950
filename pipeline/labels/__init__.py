"""Hand-labelled events: the TOML files that people edit (or JSON lines), read with errors that name file and line.

One file a document. A label's place in the text is a stretch of the source that occurs once, its trigger between « »; so that a person never counts
characters, and an edit elsewhere in the text moves nothing.
"""
