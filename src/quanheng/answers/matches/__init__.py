"""Who sells what to whom (产销对接的呈现)."""
