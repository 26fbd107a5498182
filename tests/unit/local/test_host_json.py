from pathlib import Path

import pytest

from infra.local.host.host_json import HostJson, Refused

OURS = Path(__file__).parents[3]


def read(tmp_path: Path, text: str) -> HostJson:
    (tmp_path / "host.json").write_text(text)
    return HostJson.read(tmp_path)


def test_what_is_left_out_is_as_on_azure(tmp_path: Path) -> None:
    host = read(tmp_path, '{"version": "2.0"}')
    queues = host.extensions.queues
    assert (host.extensions.http.route_prefix, host.function_timeout) == ("api", 1800)
    assert (queues.batch_size, queues.threshold, queues.max_dequeue_count) == (16, 8, 5)
    assert (queues.max_polling_interval, queues.visibility_timeout, queues.message_encoding) == (
        60,
        0,
        "base64",
    )


def test_time_spans_are_read(tmp_path: Path) -> None:
    host = read(tmp_path, '{"version": "2.0", "functionTimeout": "1.02:03:04.5"}')
    assert host.function_timeout == 86400 + 2 * 3600 + 3 * 60 + 4.5


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('{"version": "1.0"}', "host.json: version"),
        ('{"version": "2.0", "functionTimeout": "ten"}', "'ten' is not a time span like 00:00:10"),
        ('{"version": "2.0", "extensions": {"queues": {"batchSize": 33}}}', "extensions.queues.batchSize"),
        ("{", "host.json: "),
    ],
)
def test_what_the_host_does_not_accept_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(Refused, match=complaint):
        read(tmp_path, text)


def test_without_the_file_there_is_no_app(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"host\.json is missing"):
        HostJson.read(tmp_path)


def test_our_own_messages_are_retried_later_and_at_last_buried() -> None:
    queues = HostJson.read(OURS).extensions.queues
    assert queues.visibility_timeout > 0
    assert queues.max_dequeue_count > 1


def test_app_settings_stand_above_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AzureFunctionsJobHost__extensions__queues__visibilityTimeout", "00:00:01")
    monkeypatch.setenv("AzureFunctionsJobHost__functionTimeout", "00:00:30")

    host = read(tmp_path, '{"version": "2.0", "extensions": {"queues": {"batchSize": 4}}}')

    assert (host.function_timeout, host.extensions.queues.visibility_timeout) == (30, 1)
    assert host.extensions.queues.batch_size == 4
