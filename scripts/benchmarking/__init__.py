"""What `scripts/benchmark` consists of."""
