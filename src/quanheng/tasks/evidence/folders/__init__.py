"""Where the files of an evidence folder come from (台账文件夹来源)."""
