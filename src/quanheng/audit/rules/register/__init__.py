"""RG: registers of neighbouring business (业务台账)."""
