"""Relations that hold between two readings, whatever the truth is (蜕变关系)."""
