"""Pictures of the rendered examples (样张)."""
