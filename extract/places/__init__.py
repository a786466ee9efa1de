"""The administrative divisions that a unit names."""
