"""The command line: arguments in, words and exit codes out. What a job does is in `workflows`."""

__all__ = ["main"]


def main() -> int:
    """The entry point of the `hengji` program; returns its exit code."""
    from hengji.cli.language import settle_language

    settle_language()  # before any command is defined: help texts are translated when a command is made
    from hengji.cli.application import application
    from hengji.cli.guard import run

    return run(application)
