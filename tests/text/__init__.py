"""What the paper says: templates, drafts, notation, redlines."""
