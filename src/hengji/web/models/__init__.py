"""What the application keeps, one module per aggregate."""

from hengji.web.models.campaign import Campaign, Participation, SchemeChoice, Stage
from hengji.web.models.conversation import Comment, Objection
from hengji.web.models.deadlines import DeadlineRequest, Reminder
from hengji.web.models.evidence import Citation, Evidence
from hengji.web.models.history import HistoryEntry
from hengji.web.models.interface import Answered
from hengji.web.models.monitoring import MonitoringNotice
from hengji.web.models.organisation import Organisation, OrganisationName
from hengji.web.models.project import Project
from hengji.web.models.region import Jurisdiction
from hengji.web.models.user import Invitation, Role, Token, User
from hengji.web.models.verification import Assignment
from hengji.web.models.work import State, Version, Work

__all__ = [
    "Answered",
    "Assignment",
    "Campaign",
    "Citation",
    "Comment",
    "DeadlineRequest",
    "Evidence",
    "HistoryEntry",
    "Invitation",
    "Jurisdiction",
    "MonitoringNotice",
    "Objection",
    "Organisation",
    "OrganisationName",
    "Participation",
    "Project",
    "Reminder",
    "Role",
    "SchemeChoice",
    "Stage",
    "State",
    "Token",
    "User",
    "Version",
    "Work",
]
