"""How the cells of an indicator row are filled in (指标行填报)."""
