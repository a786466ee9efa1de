"""What the world knows of places, regions and universities."""
