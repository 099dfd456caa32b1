"""The library that the resource classes of this package call; not meant to be imported by its users."""
