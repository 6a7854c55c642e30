"""What of 示例市 stands already, for the modules that add a stage's content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hengji.web.demonstration.figures import Department
from hengji.web.models import Campaign, Organisation, Role, User

__all__ = ["City"]


@dataclass(frozen=True, slots=True)
class City:
    """Organisations by code, people by user name, rounds by year; counted from *today*."""

    today: date
    departments: dict[str, Department]
    organisations: dict[str, Organisation]
    people: dict[str, User]
    campaigns: dict[int, Campaign]

    @property
    def year(self) -> int:
        """The year now being evaluated: the one before *today*'s."""
        return self.today.year - 1

    def someone(self, organisation: Organisation, role: Role) -> User:
        return next(user for user in self.people.values() if user.organisation == organisation and user.role == role)
