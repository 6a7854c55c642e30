"""What keeps the application from starting is told before anything is begun, all of it, with what to do."""

import socket

import pytest

from hengji.web.frame.installation import database_of
from hengji.web.obstacles import database_obstacle, obstacles
from web.served import free_port


def _told(environment, host="127.0.0.1", port=None):
    return obstacles(environment, host, port or free_port())


def test_nothing_is_told_where_nothing_is_in_the_way(tmp_path):
    assert _told({"HENGJI_HOME": str(tmp_path / "new")}) == []


def test_a_port_that_is_taken_says_so_and_how_to_take_another(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        (told,) = _told({"HENGJI_HOME": str(tmp_path)}, port=other.getsockname()[1])
    assert "已被占用" in told and "--port" in told and "HENGJI_PORT" in told


def test_an_address_of_no_machine_says_what_can_be_written(tmp_path):
    (told,) = _told({"HENGJI_HOME": str(tmp_path)}, host="no-such-host.invalid")
    assert "不是本机的地址" in told and "0.0.0.0" in told


@pytest.mark.parametrize(("inside", "words"), [("", "已有一个同名的文件"), ("x", "路径中有一段不是文件夹")])
def test_a_folder_that_is_a_file_says_so(tmp_path, inside, words):
    file = tmp_path / "var"
    file.touch()
    (told,) = _told({"HENGJI_HOME": str(file / inside)})
    assert words in told and "--home" in told


def test_a_folder_that_cannot_be_written_says_why(tmp_path, monkeypatch):
    def refused(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)  # root, who runs these tests too, may write everywhere
    (told,) = _told({"HENGJI_HOME": str(tmp_path)})
    assert "没有写入的权限" in told


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DATABASE_URL", "mysql://u@h/d", "postgresql://用户:密码@主机:端口/库名"),
        ("DATABASE_URL", "postgresql://u@h:port/d", "postgresql://用户:密码@主机:端口/库名"),
        ("HENGJI_PROXIES", "一层", "个数"),
        ("HENGJI_DIGEST", "md5", "sha256 或 sm3"),
        ("HENGJI_VIRUS_SCAN", "no-such-scanner --x", "找不到或不能运行"),
        ("HENGJI_VIRUS_SCAN", "'scan", "引号不成对"),
        ("HENGJI_OIDC", "{", "不是 JSON 对象"),
        ("HENGJI_OIDC", '{"client_id": "a"}', "缺少 secret、server_url"),
        ("HENGJI_MAIL", "pigeon://host", "smtp://用户:密码@主机:587"),
    ],
)
def test_a_setting_that_cannot_be_used_names_itself_and_what_it_should_be(tmp_path, name, value, words):
    (told,) = _told({"HENGJI_HOME": str(tmp_path), name: value})
    assert name in told and words in told


def test_everything_is_told_at_once(tmp_path):
    environment = {"HENGJI_HOME": str(tmp_path), "HENGJI_DIGEST": "md5", "HENGJI_PROXIES": "x"}
    assert len(_told(environment, host="no-such-host.invalid")) == 3


def test_a_database_that_cannot_be_reached_does_not_tell_its_password():
    told = database_obstacle(OSError("refused"), {"DATABASE_URL": "postgresql://u:geheim@h/d"})
    assert "DATABASE_URL" in told and "geheim" not in told


def test_the_address_of_a_database_may_name_a_socket_and_what_libpq_knows(tmp_path):
    said = database_of("postgresql://u%40x:p%2F@/d?host=/run/postgresql&sslmode=require", tmp_path)
    named = {key: said[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
    assert named == {
        "NAME": "d", "USER": "u@x", "PASSWORD": "p/", "HOST": "/run/postgresql", "PORT": "",
        "OPTIONS": {"sslmode": "require"},
    }  # fmt: skip
