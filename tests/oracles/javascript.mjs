// Does with @msgpack/msgpack what is asked, one JSON object a line. Values are told as tests/vectors/README.md says.
//   {"decode": HEX}                     -> {"value": VALUE}
//   {"encode": VALUE, "floats": false}  -> {"hex": HEX}, as the library writes it with its own settings
//   {"encode": VALUE, "floats": true}   -> {"hex": HEX}, with every float written as a float of its size
// What cannot be done is answered by {"error": TEXT}.
import { createInterface } from "node:readline";
import {
  Decoder,
  Encoder,
  EXT_TIMESTAMP,
  ExtensionCodec,
  decodeTimestampToTimeSpec,
  encodeTimeSpecToTimestamp,
  encodeTimestampExtension,
} from "@msgpack/msgpack";

/** An instant with nanoseconds, which a Date has no room for. */
class Instant {
  constructor(seconds, nanoseconds) {
    this.seconds = seconds;
    this.nanoseconds = nanoseconds;
  }
}

/** A map with keys that are no texts, which no object can be. */
class Pairs {
  constructor(entries) {
    this.entries = entries;
  }
}

const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: EXT_TIMESTAMP,
  encode: (value) =>
    value instanceof Instant
      ? encodeTimeSpecToTimestamp({ sec: value.seconds, nsec: value.nanoseconds })
      : encodeTimestampExtension(value),
  decode: (data) => {
    const { sec, nsec } = decodeTimestampToTimeSpec(data);
    return new Instant(sec, nsec);
  },
});

const decoder = new Decoder({
  extensionCodec,
  useBigInt64: true,
  // An object's keys are texts: so every key is told as the text of its JSON, and no two become one. The blank keeps those that look like indices in
  // their place; JavaScript would put them first.
  mapKeyConverter: (key) => ` ${JSON.stringify(describe(key))}`,
});

/** Tells a decoded value. A float without a fraction is told as the integer that it is to JavaScript. */
function describe(value) {
  if (value === null || typeof value === "boolean" || typeof value === "string") {
    return value;
  }
  if (typeof value === "number") {
    return describeNumber(value);
  }
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? Number(value) : { int: String(value) };
  }
  if (value instanceof Uint8Array) {
    return { bin: Buffer.from(value).toString("hex") };
  }
  if (value instanceof Instant) {
    return { timestamp: [value.seconds, value.nanoseconds] };
  }
  if (Array.isArray(value)) {
    return value.map(describe);
  }
  return { map: Object.entries(value).map(([key, item]) => [JSON.parse(key), describe(item)]) };
}

function describeNumber(value) {
  if (Object.is(value, -0)) {
    return { float64: "-0" };
  }
  if (Number.isSafeInteger(value)) {
    return value;
  }
  return { float64: Number.isFinite(value) ? value : String(value) };
}

/** Makes what a program would hand to the library. */
function revive(value, bigIntegers) {
  if (typeof value === "number") {
    return bigIntegers ? BigInt(value) : value;
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => revive(item, bigIntegers));
  }
  const [[tag, content]] = Object.entries(value);
  switch (tag) {
    case "int":
      return BigInt(content);
    case "float32":
    case "float64":
      return Number(content);
    case "bin":
      return new Uint8Array(Buffer.from(content, "hex"));
    case "timestamp":
      return instant(...content);
    case "map":
      return map(content.map(([key, item]) => [revive(key, bigIntegers), revive(item, bigIntegers)]));
    default:
      throw new Error(`There is no notation '${tag}'`);
  }
}

function instant(seconds, nanoseconds) {
  return nanoseconds % 1_000_000 === 0 ? new Date(seconds * 1000 + nanoseconds / 1_000_000) : new Instant(seconds, nanoseconds);
}

function map(entries) {
  return entries.every(([key]) => typeof key === "string") ? Object.fromEntries(entries) : new Pairs(entries);
}

/** Chooses among the library's settings. */
function encode(value, keepFloats) {
  const text = JSON.stringify(value);
  // With BigInts allowed, the library writes numbers of more than 32 bits as floats: so then, all integers are BigInts.
  const bigIntegers = keepFloats || text.includes('{"int":');
  const encoder = new Encoder({
    extensionCodec,
    useBigInt64: bigIntegers,
    // 1.0 is 1 in JavaScript. A float without a fraction is written as one only if all numbers are, and BigInts are no numbers.
    forceIntegerToFloat: keepFloats,
    forceFloat32: keepFloats && text.includes('{"float32":'),
  });
  return write(revive(value, bigIntegers), encoder);
}

// The library writes maps of texts only. Of others it writes the header, as that of an object with so many members, and then each key and value.
function write(value, encoder) {
  if (!(value instanceof Pairs)) {
    return Buffer.from(encoder.encode(value));
  }
  const count = value.entries.length;
  const sameCount = encoder.encode(Object.fromEntries(value.entries.map((_, index) => [index, null])));
  const header = sameCount.subarray(0, count < 16 ? 1 : count < 65_536 ? 3 : 5);
  return Buffer.concat([header, ...value.entries.flat().map((item) => write(item, encoder))]);
}

function answer(request) {
  try {
    return "decode" in request
      ? { value: describe(decoder.decode(Buffer.from(request.decode, "hex"))) }
      : { hex: encode(request.encode, request.floats).toString("hex") };
  } catch (error) {
    return { error: String(error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + "\n");
}
