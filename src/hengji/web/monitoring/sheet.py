"""The monitoring sheet of a work: its own content over the department's goal table of the same round."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hengji.web.models.campaign import Campaign, StageKind
from hengji.web.models.work import Work
from hengji.workflows.monitored import Monitored, Thresholds, monitored

__all__ = ["monitored_work", "thresholds_of"]


def thresholds_of(campaign: Campaign) -> Thresholds:
    """The round's own lines, which are percentages."""
    return Thresholds(Fraction(campaign.yellow) / 100, Fraction(campaign.red) / 100)


def monitored_work(work: Work) -> Monitored:
    """What the work says as of its stage's day (its deadline where none was set)."""
    campaign = work.stage.campaign
    goals = Work.objects.filter(
        stage__campaign=campaign, stage__kind=StageKind.GOALS, organisation=work.organisation, project=work.project
    ).first()
    as_of: date = work.stage.as_of or work.stage.deadline
    heading = {"organisation": work.organisation.name, "year": str(campaign.year)}
    return monitored(work.content, goals.content if goals else {}, heading, as_of, thresholds_of(campaign))
