"""Pictures of everything that the shipped examples render to (样张)."""
