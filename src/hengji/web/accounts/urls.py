"""Addresses of people, one's own account and the doors; of allauth's pages only those that are of use here.

There is no sign-up, and no password goes by e-mail: whoever forgot theirs asks the bureau administrator for a link.
"""

from __future__ import annotations

from allauth.account import views as allauth_account
from allauth.socialaccount import views as allauth_social
from allauth.urls import build_provider_urlpatterns
from django.urls import include, path

from hengji.web.accounts import entering, invitation_views, own, views

__all__ = ["urlpatterns"]

_ALLAUTH = [
    path("login/", allauth_account.login, name="account_login"),
    path("logout/", allauth_account.logout, name="account_logout"),
    path("inactive/", allauth_account.account_inactive, name="account_inactive"),
    path("signup/", entering.closed, name="account_signup"),
    path("reauthenticate/", allauth_account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", allauth_account.password_change, name="account_change_password"),
    path("password/set/", allauth_account.password_set, name="account_set_password"),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("3rdparty/", allauth_social.connections, name="socialaccount_connections"),
    path("3rdparty/login/cancelled/", allauth_social.login_cancelled, name="socialaccount_login_cancelled"),
    path("3rdparty/login/error/", allauth_social.login_error, name="socialaccount_login_error"),
    path("3rdparty/signup/", entering.closed, name="socialaccount_signup"),
    *build_provider_urlpatterns(),
]

urlpatterns = [
    path("first/", entering.first, name="first"),
    path("invitations/<str:secret>/", entering.accept, name="accept"),
    path("new-password/<str:number>/<str:key>/", entering.set_password, name="set_password"),
    path("account/", own.show, name="account"),
    path("account/name", own.rename, name="account_rename"),
    path("account/sessions/<int:pk>/end", own.end_session, name="account_end_session"),
    path("account/tokens/issue", own.issue, name="account_issue_token"),
    path("account/tokens/<int:pk>/revoke", own.revoke, name="account_revoke_token"),
    path("people/", views.index, name="people"),
    path("people/invite", views.invite, name="people_invite"),
    path("people/invitations/", invitation_views.index, name="people_invitations"),
    path("people/invitations/<int:pk>/withdraw", views.withdraw, name="people_withdraw"),
    path("people/<int:pk>/", views.show, name="person"),
    path("people/<int:pk>/role", views.change_role, name="person_role"),
    path("people/<int:pk>/active", views.set_active, name="person_active"),
    path("people/<int:pk>/act", views.act, name="person_act"),
    path("accounts/", include(_ALLAUTH)),
]
