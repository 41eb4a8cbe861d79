"""``python -m quanheng``, where the command itself is not on the path."""

from quanheng.cli.main import main

if __name__ == "__main__":
    main()
