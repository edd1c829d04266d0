"""The process that reads one file from outside: `python -I -B child.py FOLDER KIND`, the file on standard input.

KIND is the ending of its name without the full stop, or "workbook" for a workbook of ropa's own.

It bounds itself before it looks at the file. Memory, processor time and the size of files are limits of the kernel.
When the libraries are loaded, the number of open files is set to the three it has: neither a file nor a socket can be
opened any more, by Python or by C. An audit hook says the same with the event's name, and forbids new processes.

Standard output is one JSON value: `{"document": …}`, `{"sheets": …}`, `{"refused": [code, params]}` or `{"failed": where}`; standard
error tells how far it has come, `done total` a line.
"""

import codecs
import json
import os
import resource
import sys
from importlib import import_module
from typing import Any, NoReturn

LOADED = {"docx": "docx", "docm": "docx", "xlsx": "xlsx", "xlsm": "xlsx", "csv": "csv", "tsv": "csv"}
LOADED |= {"html": "html", "htm": "html", "txt": "text", "md": "text"}
LOADED |= {"workbook": "workbook"}
"""Kind -> the module that reads it."""

FORBIDDEN = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.spawn", "os.posix_spawn", "pty.", "ctypes."),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown"),
    *("os.putenv", "os.listdir", "os.scandir", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib."),
    *("os.kill", "signal.", "mmap."),
)
"""Beginnings of the names of audit events (docs.python.org, "Audit events table")."""


class Forbidden(BaseException):
    """Something tried what reading a file needs not; no library may take it for an error of its own."""


def bound() -> None:
    """Set the kernel's limits, before anything of the file is looked at."""
    from ropa.inputs.readers import limits

    for kind, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, limits.PROCESSOR),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def load(kind: str) -> None:
    """Load all that reading this kind of file needs."""
    from ropa.inputs.readers import encoding

    for name in encoding.TABLES:
        codecs.lookup(name)
    for module in ("wire", LOADED.get(kind, "text")):
        import_module(f"ropa.inputs.readers.{module}")


def seal() -> None:
    """Let nothing be opened, connected to or started from here on."""
    sys.addaudithook(_refuse)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" or event.startswith(FORBIDDEN):
        raise Forbidden(event)


def answer(content: bytes, kind: str) -> dict[str, Any]:
    """Return what is to be said of a file."""
    from ropa.inputs import readers

    try:
        return {"sheets": _sheets(content)} if kind == "workbook" else {"document": _document(content, kind)}
    except readers.Refused as refused:
        return {"refused": [refused.code, refused.params]}
    except MemoryError:
        return {"refused": ["too_much_memory", {}]}
    except (Exception, Forbidden) as error:
        return {"failed": _where(error)}


def _document(content: bytes, ending: str) -> list[Any]:
    from ropa.inputs import readers
    from ropa.inputs.readers import wire

    return wire.plain(readers.read(content, f"fil.{ending}"))


def _sheets(content: bytes) -> list[Any] | None:
    """Return the rows of a workbook of ropa's own; None for a file that is none."""
    from ropa.inputs.readers import workbook

    return workbook.plain(workbook.read(content)) if workbook.is_ours(content) else None


def _where(error: BaseException) -> str:
    """Return kind and place of an error without its words, which may be the file's."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place, trace = f"{os.path.basename(code.co_filename)}:{trace.tb_lineno}", trace.tb_next
    event = f" {error}" if isinstance(error, Forbidden) else ""
    return f"{type(error).__name__}{event} at {place}"


def _tell(done: int, total: int) -> None:
    sys.stderr.write(f"{done} {total}\n")
    sys.stderr.flush()


def main(folder: str, kind: str) -> NoReturn:
    """Read the file on standard input and end the process."""
    sys.path.insert(0, folder)
    bound()
    from ropa.inputs.readers import limits, progress

    content = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
    load(kind)
    seal()
    progress.listen(_tell)
    said = json.dumps(answer(content, kind), ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(said.encode("utf-8", "replace"))
    sys.stdout.flush()
    os._exit(0)  # giving memory back piece by piece takes longer than reading


if __name__ == "__main__":
    main(*sys.argv[1:])
