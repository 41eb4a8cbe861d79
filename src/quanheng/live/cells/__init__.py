"""Where the cells of a form stand, and what they do (栏位)."""
