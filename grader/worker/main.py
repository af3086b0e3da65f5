"""Start of a worker process: takes the wire away from the student, then serves.

Run as `python -s -P -X utf8 …/grader/worker/main.py`, descriptors 0 and 1 being the wire and 2
collecting what the student prints. With a descriptor and the place of NumPy as arguments, and -S,
it becomes a slot's zygote instead.
"""

import importlib.util
import os
import signal
import sys
import types


def take_wire() -> tuple[int, int]:
    """Move descriptors 0 and 1 to private ones; prints then go where errors go."""
    read_fd, write_fd = os.dup(0), os.dup(1)
    if os.name == "nt":
        import msvcrt

        for fd in (read_fd, write_fd):
            msvcrt.setmode(fd, os.O_BINARY)  # type: ignore[attr-defined,unused-ignore]
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return read_fd, write_fd


def bootstrap() -> None:
    """Make `grader.protocol` and `grader.worker` importable, and nothing else of ours."""
    here = os.path.dirname(os.path.abspath(__file__))
    beside = os.path.join(os.path.dirname(here), "protocol")
    packages = {"grader": [], "grader.worker": [here], "grader.protocol": [beside]}
    for name, folders in packages.items():
        package = types.ModuleType(name)
        package.__path__ = folders
        sys.modules[name] = package


def import_only(name: str, path: str) -> None:
    """Import a package from its `__init__.py` without its neighbours becoming importable."""
    folders = [os.path.dirname(path)]
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=folders)
    if spec is None or spec.loader is None:
        raise ImportError(f"no {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)


def forget_ignored_signals() -> None:
    """Undo what was inherited: nohup and a shell's `&` ignore signals, and a student's code should
    meet the same ones everywhere."""
    for number in signal.valid_signals():
        # Python itself ignores these two.
        if signal.getsignal(number) == signal.SIG_IGN and number not in _PYTHONS:
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


_PYTHONS = [getattr(signal, name, None) for name in ("SIGPIPE", "SIGXFSZ")]


def main() -> None:
    """Serve one submission, then end without running anything the student left behind."""
    forget_ignored_signals()
    if len(sys.argv) == 3:
        control, numpy = sys.argv[1:]
        del sys.argv[1:]
        import_only("numpy", numpy)
        bootstrap()
        from grader.worker import begin

        begin.run(int(control))
    read_fd, write_fd = take_wire()
    bootstrap()
    from grader.worker import confine, serve

    confine.die_with_parent()
    serve.serve(read_fd, write_fd)


if __name__ == "__main__":
    main()
