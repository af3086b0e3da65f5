"""Frames between the trusted side and a worker: plain data and arrays, nothing pickled.

A frame is two lengths (`<II`: header, blob), a JSON header, and the arrays' raw bytes. In the
header a JSON scalar stands for itself and everything else is a tagged list:

    ["l", …] list · ["t", …] tuple · ["d", [[key, value], …]] dict with str keys
    ["a", dtype, shape, offset] array · ["n", dtype, offset] NumPy scalar · ["i", "123…"] big int
    ["o", type name, shown] a value that may not travel
    ["f", name] named function · ["c", index, name] callback · ["r", seed] random generator

Both sides load this module, the worker by its path, so it imports only the standard library and
NumPy, and binds what it needs: student code that patches NumPy later does not reach it.
"""

from __future__ import annotations

import json
import re
import reprlib
import struct
from collections.abc import Callable, Iterable, Mapping
from math import prod
from typing import Any

import numpy as np

PREFIX = struct.Struct("<II")
MAX_HEADER = 8 << 20
MAX_DEPTH = 16
MAX_ITEMS = 200_000
MAX_TEXT = 2_000
MAX_SHOWN = 200
MAX_DIMS = 32
DTYPES = (
    *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
    *("float16", "float32", "float64", "complex64", "complex128"),
)

_WIRE_DTYPES = {name: np.dtype(name).newbyteorder("<") for name in DTYPES}
_NATIVE_DTYPES = {name: np.dtype(name) for name in DTYPES}
_NAMES = {dtype: name for name, dtype in _NATIVE_DTYPES.items()}
_ndarray, _generic, _asarray, _frombuffer = np.ndarray, np.generic, np.asarray, np.frombuffer
_zeros, _uint8, _str = np.zeros, np.uint8, np.str_
_longdouble, _clongdouble = np.dtype(np.longdouble), np.dtype(np.clongdouble)
_native_array = np.array
_dumps = json.JSONEncoder(separators=(",", ":")).encode
_loads = json.JSONDecoder().decode
_address = re.compile(r" at 0x[0-9a-fA-F]+").sub
_big_int = re.compile(r"-?[0-9]{1,400}")
_type_name = type.__dict__["__name__"].__get__
_repr = reprlib.Repr()
_repr.maxlevel, _repr.maxother, _repr.maxstring, _repr.maxlong = 3, MAX_SHOWN, 80, 80


class WireProtocolError(ValueError):
    """A frame, or a value in one, that the protocol does not allow."""


class _Unfit(Exception):
    """A value that may not travel; the argument says why."""


# ------------------------------------------------------------------------------------ frames


def pack(header: Mapping[str, Any], blobs: Iterable[bytes] = ()) -> bytes:
    """One frame as bytes."""
    head = _dumps(header).encode("ascii")
    blob = b"".join(blobs)
    return b"".join((PREFIX.pack(len(head), len(blob)), head, blob))


def sizes(prefix: bytes, limit: int) -> tuple[int, int]:
    """The two lengths that a frame's first eight bytes announce, checked before any is read.

    Raises WireProtocolError when the frame would be larger than `limit` or its header too large.
    """
    head, blob = PREFIX.unpack(prefix)
    if head > MAX_HEADER or head + blob > limit:
        raise WireProtocolError(f"a frame of {head} + {blob} bytes is too large")
    return head, blob


def parse(head: bytes) -> dict[str, Any]:
    """A frame's header. Raises WireProtocolError when it is not one JSON object."""
    try:
        if head.count(b"[") + head.count(b"{") > 3 * MAX_ITEMS:
            raise WireProtocolError("a header of too many lists")
        header = _loads(head.decode("utf-8"))
    except (ValueError, RecursionError, MemoryError) as error:
        raise WireProtocolError(f"a header that is not JSON: {type(error).__name__}") from None
    if not isinstance(header, dict):
        raise WireProtocolError("a header that is not an object")
    return header


# ------------------------------------------------------------------------------------ sending


def type_name(value: object) -> str:
    """The name of the value's class, whatever its metaclass claims."""
    return str(_type_name(type(value)))[:100]


def safe_repr(value: object) -> str:
    """At most 200 characters of the value's repr; a repr that raises gives its type's name."""
    try:
        shown = _repr.repr(value)
        if type(shown) is not str:
            shown = str.__getitem__(shown, slice(None))
    except BaseException:  # noqa: BLE001
        return f"<{type_name(value)}>"
    shown = steady(shown)
    return shown if len(shown) <= MAX_SHOWN else shown[: MAX_SHOWN - 1] + "…"


def steady(text: str) -> str:
    """The text without addresses of objects, which differ from run to run."""
    return _address("", text) if " at 0x" in text else text


_PLAIN = frozenset({int, float, bool, np.float64, np.int64, np.bool_})


class Encoder:
    """Values to tags, arrays to blobs. One encoder a frame.

    With `strict`, a value that may not travel raises TypeError (the trusted side's arguments);
    without, it becomes opaque (a student's values: never raises), and `refused` is set where that
    was for its size or kind of contents. `special` may give a tag for types of its own, or None.
    """

    def __init__(
        self,
        *,
        strict: bool = False,
        special: Callable[[Any], list[Any] | None] | None = None,
        max_bytes: int = 30 << 20,
    ) -> None:
        self.blobs: list[bytes] = []
        self.refused = False
        self._strict = strict
        self._special = special
        self._room = max_bytes
        self._text = MAX_HEADER // 8
        self._items = MAX_ITEMS
        self._offset = 0

    def value(self, value: Any) -> Any:
        """The tag for one value."""
        if self._strict:  # many calls in one frame; the receiver counts a call's arguments only
            self._text, self._items = MAX_HEADER // 2, MAX_ITEMS
        before = len(self.blobs), self._room, self._text, self._items, self._offset
        try:
            return self._encode(value, 0)
        except _Unfit as why:
            if self._strict:
                raise TypeError(f"cannot send {type_name(value)}: {why}") from None
            reason = str(why)
        except BaseException as error:
            if self._strict:
                raise
            reason = type(error).__name__
        self.refused = self.refused or bool(reason)
        count, self._room, self._text, self._items, self._offset = before
        del self.blobs[count:]
        return ["o", type_name(value), reason or safe_repr(value)]

    def _encode(self, value: Any, depth: int) -> Any:
        self._items -= 1
        if self._items < 0:
            raise _Unfit("more than 200,000 items")
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return self._integer(value)
        if kind is _ndarray:
            return self._array(value)
        if self._special is not None and (tag := self._special(value)) is not None:
            return tag
        if issubclass(kind, _generic):
            return self._scalar(value)
        if issubclass(kind, str):
            return self._string(value)
        if issubclass(kind, float):
            return float.__mul__(value, 1.0)
        if issubclass(kind, int):
            return self._integer(int.__add__(value, 0))
        if issubclass(kind, complex):
            return self._array(_asarray(complex.__mul__(value, 1)), "n")
        if issubclass(kind, _ndarray):
            if any(c.__name__ == "MaskedArray" for c in kind.__mro__):
                raise _Unfit("")
            return self._array(_asarray(value))
        if depth >= MAX_DEPTH and issubclass(kind, list | tuple | dict):
            raise _Unfit("nested too deeply")
        if issubclass(kind, list):
            return ["l", *[self._encode(item, depth + 1) for item in list.__iter__(value)]]
        if issubclass(kind, tuple):
            return ["t", *[self._encode(item, depth + 1) for item in tuple.__iter__(value)]]
        if issubclass(kind, dict):
            return ["d", [self._entry(k, v, depth) for k, v in dict.items(value)]]
        if depth and not self._strict:
            return ["o", type_name(value), self._shown(value)]
        raise _Unfit("")

    def _entry(self, key: Any, value: Any, depth: int) -> list[Any]:
        if not issubclass(type(key), str):
            raise _Unfit("")
        return [self._string(key), self._encode(value, depth + 1)]

    def _shown(self, value: object) -> str:
        shown = safe_repr(value)
        self._spend(shown)
        return shown

    def _spend(self, text: str) -> None:
        plain = text.isascii() and text.isprintable()
        self._text -= len(text) if plain else 6 * len(text)  # written as \\uXXXX
        if self._text < 0:
            raise _Unfit("too much text")

    def _string(self, value: str) -> str:
        cut = str.__getitem__(value, slice(0, MAX_TEXT))
        self._spend(cut)
        return cut

    def _integer(self, value: int) -> Any:
        if -(1 << 63) <= value < 1 << 63:
            return value
        if value.bit_length() > 1328:  # 10**400 has 1,329 bits
            raise _Unfit(f"an integer of {value.bit_length()} bits")
        digits = str(value)
        self._spend(digits)
        return ["i", digits]

    def _scalar(self, value: Any) -> Any:
        if issubclass(type(value), _str):
            return self._string(value)
        return self._array(_asarray(value), "n")

    def _array(self, value: np.ndarray[Any, Any], tag: str = "a") -> list[Any]:
        name = _NAMES.get(value.dtype)
        if name is None:
            value, name = _plain_array(value, tag)
        size = value.size * _WIRE_DTYPES[name].itemsize
        if size > self._room or value.ndim > MAX_DIMS:
            raise _Unfit(f"array too large, shape {value.shape}")
        self._room -= size
        offset, self._offset = self._offset, self._offset + size
        if value.dtype != _WIRE_DTYPES[name]:
            value = value.astype(_WIRE_DTYPES[name])
        self.blobs.append(value.tobytes())
        return [tag, name, offset] if tag == "n" else [tag, name, list(value.shape), offset]


def _plain_array(value: np.ndarray[Any, Any], tag: str) -> tuple[np.ndarray[Any, Any], str]:
    """An array of a dtype that does not travel as it is, and the name of the one it travels as."""
    # np.frompyfunc leaves plain numbers in an object array.
    plain = value.dtype == object and 0 < value.size <= MAX_ITEMS
    if plain and all(type(item) in _PLAIN for item in value.flat):
        return value.astype(_NATIVE_DTYPES["float64"]), "float64"
    if value.dtype == _longdouble:
        return value, "float64"
    if value.dtype == _clongdouble:
        return value, "complex128"
    name = value.dtype.name  # of another byte order
    if name not in _WIRE_DTYPES:
        raise _Unfit("" if tag == "n" else f"an array of dtype {str(value.dtype)[:60]}")
    return value, name


# ------------------------------------------------------------------------------------ receiving

Hook = Callable[..., Any]


class Decoder:
    """Tags to values, every claim checked. One decoder a frame, or a fresh one a value.

    `hooks` maps the tags "o", "f", "c" and "r" to makers; a tag without one is refused.
    Raises WireProtocolError, and nothing else, on anything that the protocol does not allow.
    """

    def __init__(self, blob: bytes, hooks: Mapping[str, Hook] | None = None) -> None:
        self._blob = blob
        self._hooks = hooks or {}
        self._items = MAX_ITEMS
        self._bytes = len(blob)

    def value(self, tag: Any) -> Any:
        """The value of one tag."""
        try:
            return self._decode(tag, 0)
        except WireProtocolError:
            raise
        except (ValueError, TypeError, LookupError, OverflowError, MemoryError) as error:
            raise WireProtocolError(f"a value that does not fit: {error}") from None

    def _decode(self, tag: Any, depth: int) -> Any:
        self._items -= 1
        if self._items < 0 or depth > MAX_DEPTH:
            raise WireProtocolError("a value of too many items or levels")
        if tag is None or isinstance(tag, bool | float):
            return tag
        if isinstance(tag, int):
            if not -(1 << 63) <= tag < 1 << 63:
                raise WireProtocolError("an integer of more than 64 bits")
            return tag
        if isinstance(tag, str):
            return clean(tag, MAX_TEXT)
        if not isinstance(tag, list) or not tag or not isinstance(tag[0], str):
            raise WireProtocolError("a value without a tag")
        kind = tag[0]
        if kind == "l":
            return [self._decode(item, depth + 1) for item in tag[1:]]
        if kind == "t":
            return tuple([self._decode(item, depth + 1) for item in tag[1:]])
        if kind == "a":
            _, dtype, shape, offset = tag
            return self._array(dtype, shape, offset)
        if kind == "n":
            _, dtype, offset = tag
            return self._array(dtype, [], offset)[()]
        if kind == "d":
            _, entries = tag
            return {
                clean(_expect(key, str), MAX_TEXT): self._decode(item, depth + 1)
                for key, item in _expect(entries, list)
            }
        if kind == "i":
            _, digits = tag
            if not _big_int.fullmatch(_expect(digits, str)):
                raise WireProtocolError("not an integer")
            return int(digits)
        return self._special(kind, tag[1:])

    def _special(self, kind: str, fields: list[Any]) -> Any:
        hook = self._hooks.get(kind)
        types: tuple[type, ...] | None = _FIELDS.get(kind)
        if hook is None or types is None or len(fields) != len(types):
            raise WireProtocolError(f"a tag {kind[:20]!r} that has no place here")
        for entry, expected in zip(fields, types, strict=True):
            _expect(entry, expected)
        if kind == "o":
            return hook(clean(fields[0], 100), clean(fields[1], MAX_SHOWN))
        return hook(*fields)

    def _array(self, dtype: Any, shape: Any, offset: Any) -> np.ndarray[Any, Any]:
        if _expect(dtype, str) not in _WIRE_DTYPES or len(_expect(shape, list)) > MAX_DIMS:
            raise WireProtocolError("an array of no known dtype, or of too many axes")
        if any(_expect(n, int) < 0 or n >= 1 << 62 for n in shape) or _expect(offset, int) < 0:
            raise WireProtocolError("an array of negative shape or place")
        wire, native = _WIRE_DTYPES[dtype], _NATIVE_DTYPES[dtype]
        count = prod(shape)
        size = count * wire.itemsize
        if size > self._bytes or offset + size > len(self._blob):
            raise WireProtocolError("an array larger than its bytes")
        self._bytes -= size
        if not count:
            return _zeros(shape, native)
        if dtype == "bool":
            bits: np.ndarray[Any, Any] = _frombuffer(self._blob, _uint8, count, offset) != 0
            return bits.reshape(shape)
        flat = _frombuffer(self._blob, wire, count, offset)
        return _native_array(flat, dtype=native).reshape(shape)


_FIELDS: dict[str, tuple[type, ...]] = {"o": (str, str), "f": (str,), "c": (int, str), "r": (int,)}


def _expect(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise WireProtocolError(f"a {kind.__name__} was due")
    return value


def clean(text: str, limit: int) -> str:
    """`text` cut to `limit` characters, without what cannot be written as UTF-8."""
    text = text[:limit]
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
