"""quanheng (权衡): read, rescore, audit and write project self-evaluations."""

__version__ = "0.1.0"
