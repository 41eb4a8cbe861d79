"""More concerns than a topic and place have had before (舆情异常增多)."""
