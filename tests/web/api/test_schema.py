"""Whatever fits the description is answered as the description says, and never by a failure of ours."""

import datetime

import pytest
from django.utils import timezone

from hengji.web.models import Evidence, Project, Token

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
EXAMPLES = 15


@pytest.mark.parametrize("username", ["caizheng", "tianbao"])
def test_no_request_breaks_the_interface_or_its_description(client, city, work_of, username):
    schemathesis = pytest.importorskip("schemathesis")
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    from hengji.web.api.description import PREFIX, description
    from hengji.web.wsgi import application

    expires = timezone.now() + datetime.timedelta(days=1)
    _, secret = Token.issue(user=city.people[username], name="试", writes=True, expires=expires)
    described = description()
    schema = schemathesis.openapi.from_dict(described)
    schema.app = application
    checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
    real = {
        "works": work_of("301").pk,
        "organisations": city.organisations["301"].pk,
        "campaigns": city.campaigns[2025].pk,
        "evidence": Evidence.objects.filter(work=work_of("301")).first().pk,
        "projects": Project.objects.filter(organisation__code="301").first().pk,
    }
    operations = [one.ok() for one in schema.get_all_operations()]
    assert len(operations) == 24

    answered = set()
    for operation in operations:
        place = operation.path.removeprefix(PREFIX).split("/")[0]
        answered |= _ask(operation, application, f"Bearer {secret}", real.get(place, 1), checks)
    assert answered >= {200, 404, 409, 422} if username == "tianbao" else answered >= {200, 404, 409, 422, 403}


def _ask(operation, application, authorization, number, checks):
    """The answers to each example as it was made, and once more about an object that there is."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st
    from schemathesis import GenerationMode

    answered = set()
    modes = st.one_of([operation.as_strategy(generation_mode=mode) for mode in GenerationMode])

    @seed(2026)
    @settings(
        max_examples=EXAMPLES, database=None, phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=modes)
    def ask(case):
        for parameters in (case.path_parameters, {**(case.path_parameters or {}), "pk": number}):
            case.path_parameters = parameters
            response = case.call(headers={"Authorization": authorization}, app=application, base_url="http://localhost")
            case.validate_response(response, checks=checks)
            answered.add(response.status_code)

    ask()
    return answered
