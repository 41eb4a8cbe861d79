"""Documents to one self-contained web page (写网页)."""
