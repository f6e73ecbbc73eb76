"""The program that runs now."""

world = None
"""Its World, or None between programs."""
