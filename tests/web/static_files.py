"""WhiteNoise as the tests run it: Django's client makes its middleware anew, the files are looked for only once."""

from __future__ import annotations

from typing import Any, ClassVar

from whitenoise.middleware import WhiteNoiseMiddleware

__all__ = ["FoundOnce"]


class FoundOnce(WhiteNoiseMiddleware):
    """The files that the first one found serve all clients of this process."""

    found: ClassVar[dict[str, Any]] = {}

    def add_files_from_finders(self) -> None:
        if not self.found:
            super().add_files_from_finders()
            self.found.update(self.files)
        self.files.update(self.found)
