"""Comments and corrections in Word files."""
