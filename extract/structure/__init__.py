"""From a text to the plan that it prints: its sections, its units and what it says of itself."""
