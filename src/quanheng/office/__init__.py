"""Packages of office files and their parts, opened with care (办公文件包)."""
