"""The API's resources, one module each: what a method takes is what the address takes."""
