"""Review: two sets of event tables → aligned changes → decisions → labels."""
