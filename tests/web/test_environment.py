"""What an installation is told by its environment: the zone of its times, and whose its folder is."""

from pathlib import Path

import pytest

from saksama.web.environment import UnusableEnvironmentError, read_environment


@pytest.mark.parametrize("name", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC"])
def test_an_installation_has_its_time_zone(tmp_path: Path, name: str) -> None:
    assert read_environment({"SAKSAMA_DATA": str(tmp_path), "SAKSAMA_TIME_ZONE": name}).time_zone == name


def test_the_zone_is_that_of_jakarta_unless_said(tmp_path: Path) -> None:
    assert read_environment({"SAKSAMA_DATA": str(tmp_path), "SAKSAMA_TIME_ZONE": ""}).time_zone == "Asia/Jakarta"


@pytest.mark.parametrize("name", ["WIB", "Asia", "Asia/Bandung", "../Asia/Jakarta", "/etc/passwd", "+07:00"])
def test_a_zone_that_is_none_is_named_with_what_to_write(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableEnvironmentError, match="SAKSAMA_TIME_ZONE") as told:
        read_environment({"SAKSAMA_DATA": str(tmp_path), "SAKSAMA_TIME_ZONE": name})

    assert "Asia/Makassar (WITA)" in str(told.value)


def test_the_folder_that_is_made_is_its_owner_s_alone(tmp_path: Path) -> None:
    folder = read_environment({"SAKSAMA_DATA": str(tmp_path / "data")}).folder

    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("variable", ["DATABASE_URL", "SAKSAMA_MAIL"])
@pytest.mark.parametrize(
    "address", ["postgresql://ani:rahasia@server:port/x", "smtps://ani:rahasia@server:99999", "smtp://ani:rahasia@[1/x"]
)
def test_an_address_that_is_none_is_named_without_its_password(tmp_path: Path, variable: str, address: str) -> None:
    with pytest.raises(UnusableEnvironmentError, match=rf"{variable}=\w+://(server|\[1)") as told:
        read_environment({"SAKSAMA_DATA": str(tmp_path), variable: address})

    assert "rahasia" not in str(told.value)
    assert "Contoh:" in str(told.value)


def test_the_password_of_an_address_may_hold_a_slash_and_is_still_not_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableEnvironmentError) as told:
        read_environment({"SAKSAMA_DATA": str(tmp_path), "DATABASE_URL": "mysql://ani:rah/asia@server/x"})

    assert "rah" not in str(told.value)
