"""Mentions: finders that read `Tokens` and give spans with a value and the rule that found them. They find and never guess."""
