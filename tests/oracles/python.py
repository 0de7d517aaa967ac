# Does with msgpack what is asked, one JSON object a line. Values are told as tests/vectors/README.md says.
#   {"decode": HEX}                     -> {"value": VALUE}
#   {"encode": VALUE, "floats": false}  -> {"hex": HEX}, as the library writes it with its own settings
#   {"encode": VALUE, "floats": true}   -> {"hex": HEX}, with every float written as a float of its size
# What cannot be done is answered by {"error": TEXT}.
import json
import math
import sys

import msgpack

LARGEST_SAFE = 2**53 - 1


class Pairs(list):
    """A decoded map: keys may be lists, which no dict takes."""


def describe(value):
    """Tells a decoded value. A float of either size is told as one of 64 bits, the only one that Python has."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) <= LARGEST_SAFE else {"int": str(value)}
    if isinstance(value, float):
        return {"float64": describe_float(value)}
    if isinstance(value, bytes):
        return {"bin": value.hex()}
    if isinstance(value, msgpack.Timestamp):
        return {"timestamp": [value.seconds, value.nanoseconds]}
    if isinstance(value, Pairs):
        return {"map": [[describe(key), describe(item)] for key, item in value]}
    if isinstance(value, list):
        return [describe(item) for item in value]
    raise TypeError(f"There is no notation for {type(value)}")


def describe_float(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return "-0" if value == 0 and math.copysign(1, value) < 0 else value


def revive(value):
    """Makes what a program would hand to the library."""
    if isinstance(value, list):
        return [revive(item) for item in value]
    if not isinstance(value, dict):
        return value
    ((tag, content),) = value.items()
    if tag == "int":
        return int(content)
    if tag in ("float32", "float64"):
        return float(content)
    if tag == "bin":
        return bytes.fromhex(content)
    if tag == "timestamp":
        return msgpack.Timestamp(*content)
    if tag == "map":
        return {key(revive(name)): revive(item) for name, item in content}
    raise TypeError(f"There is no notation '{tag}'")


def key(value):
    # A list is no key of a dict, and the library writes a tuple as it does a list.
    return tuple(key(item) for item in value) if isinstance(value, list) else value


def encode(value, keep_floats):
    return msgpack.packb(revive(value), use_single_float=keep_floats and '{"float32":' in json.dumps(value))


def answer(request):
    try:
        if "decode" in request:
            # Its own settings, but for keys that are no texts.
            value = msgpack.unpackb(bytes.fromhex(request["decode"]), strict_map_key=False, object_pairs_hook=Pairs)
            return {"value": describe(value)}
        return {"hex": encode(request["encode"], request["floats"]).hex()}
    except Exception as error:
        return {"error": repr(error)}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
