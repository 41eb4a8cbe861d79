"""Documents to reports and back, one folder an official form (表式)."""
