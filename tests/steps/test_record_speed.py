"""The steps after reading over ten thousand reports, on one core."""

import time

import pytest
from record_samples import many

from demarche.steps.assess import assess
from demarche.steps.cluster import cluster
from demarche.steps.resolve import resolve

REPORTS = 10_000
BUDGET_SECONDS = 20.0


@pytest.mark.slow
def test_ten_thousand_reports_become_a_record_in_twenty_seconds() -> None:
    reports = many(REPORTS)
    claims = [claim for report in reports for claim in report.claims]
    sources = {report.name: report.facts for report in reports}
    begun = time.process_time()
    parties = resolve(claims, [])
    incidents = assess(cluster(claims, sources, parties, []), claims, sources, parties)
    spent = time.process_time() - begun
    assert len({source.document for incident in incidents for source in incident.sources}) == REPORTS
    assert spent < BUDGET_SECONDS
