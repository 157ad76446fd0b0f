import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';

import { LRUCache } from 'lru-cache';

import { EntrezError, type ErrorDetails } from '../eutils/failures/errors.js';
import { type Numbers, UidList } from '../eutils/body/uid-list.js';
import type { StoredAnswer } from '../loading/cache/answer-store.js';
import type { Links } from '../loading/values/link-list.js';
import { readMembers, writeMembers } from './members.js';

/** Three letters, and a number that is raised whenever what follows changes. */
const MAGIC = Buffer.from('EGA\x03', 'latin1').readUInt32LE();
/** Where things stand; the checksum is of all that follows it. Behind the name comes the body. */
const AT = {
  magic: 0,
  checksum: 4,
  obtainedAt: 8,
  life: 16,
  bytes: 24,
  source: 28,
  kind: 29,
  packingOfUids: 30,
  packingOfScores: 31,
  bytesOfName: 32,
  bytesOfUids: 36,
  name: 40,
} as const;
const SOURCES = [undefined, 'ncbi', 'sandbox'] as const;
/** What the body is: JSON, JSON by members, JSON of the proof that there is no such record, or links: uids, then scores. */
const KINDS = ['json', 'members', 'unknown', 'links'] as const;
/** How uids and scores are written, where there are any. */
const PACKINGS = ['none', 'json', 'uint32', 'float64'] as const;

type Packing = (typeof PACKINGS)[number];
type Packed = readonly [packing: Packing, bytes: Buffer];

const NOTHING: Packed = ['none', Buffer.alloc(0)];

/** A value without its name, as it is written. */
interface Body {
  readonly kind: (typeof KINDS)[number];
  readonly uids: Packed;
  readonly scores: Packed;
  readonly json: Buffer;
}

/**
 * The latest bodies: a process that requests for others sends them an answer, each in a message of its own, and stores it
 * right after.
 */
const latest = new LRUCache<object, Body>({
  maxSize: 4 * 1024 * 1024,
  sizeCalculation: ({ uids, scores, json }) => uids[1].length + scores[1].length + json.length + 1,
});

/**
 * Raise this when a decoder reads a response of NCBI differently, or a key means something else: older answers are then
 * not found any more. It is not the version of the package, so that a patch release keeps the cache of a fleet.
 */
const DECODERS = 2;

/**
 * The prefix of all names in a store. It keeps apart answers of another NCBI, answers of other decoders, and answers of
 * a machine with another byte order.
 *
 * @param baseUrl - Where the answers come from.
 */
export function namespaceOf(baseUrl: string): string {
  return `decoders-${DECODERS} ${endianness()} ${baseUrl} `;
}

/**
 * An answer as bytes that tell what they are: uids and scores as packed numbers, as in memory, everything else as JSON,
 * which V8 reads faster than its own format.
 *
 * @param name - The question, with its namespace.
 */
export function encodeAnswer(
  name: string,
  { value, source, size: bytes, ttl: life, obtainedAt }: StoredAnswer,
): Buffer {
  const { kind, uids, scores, json } = bodyOf(value);
  const named = Buffer.from(name);
  const encoded = Buffer.concat([Buffer.alloc(AT.name), named, uids[1], scores[1], json]);
  encoded.writeUInt32LE(MAGIC, AT.magic);
  encoded.writeDoubleLE(obtainedAt, AT.obtainedAt);
  encoded.writeDoubleLE(life, AT.life);
  encoded.writeUInt32LE(bytes, AT.bytes);
  encoded[AT.source] = SOURCES.indexOf(source);
  encoded[AT.kind] = KINDS.indexOf(kind);
  encoded[AT.packingOfUids] = PACKINGS.indexOf(uids[0]);
  encoded[AT.packingOfScores] = PACKINGS.indexOf(scores[0]);
  encoded.writeUInt32LE(named.length, AT.bytesOfName);
  encoded.writeUInt32LE(uids[1].length, AT.bytesOfUids);
  encoded.writeUInt32LE(checksumOf(encoded), AT.checksum);
  return encoded;
}

/**
 * The answer that bytes hold, or undefined when they are damaged, cut off, of another format, or about another question.
 * Nothing of it refers to the bytes.
 *
 * @param name - The question, with its namespace.
 */
export function decodeAnswer(name: string, encoded: Buffer): StoredAnswer | undefined {
  if (
    encoded.length < AT.name ||
    encoded.readUInt32LE(AT.magic) !== MAGIC ||
    encoded.readUInt32LE(AT.checksum) !== checksumOf(encoded)
  ) {
    return undefined;
  }
  const start = AT.name + encoded.readUInt32LE(AT.bytesOfName);
  if (encoded.toString('utf8', AT.name, start) !== name) {
    return undefined;
  }
  try {
    return {
      value: readBody(encoded, start),
      source: SOURCES[encoded[AT.source] ?? 0],
      size: encoded.readUInt32LE(AT.bytes),
      ttl: encoded.readDoubleLE(AT.life),
      obtainedAt: encoded.readDoubleLE(AT.obtainedAt),
    };
  } catch {
    // Damage that the checksum does not show, once in four billion times.
    return undefined;
  }
}

/** When the life of an encoded answer ends, in milliseconds since 1970; undefined where that cannot be read. */
export function expiresAt(encoded: Buffer): number | undefined {
  return encoded.length < AT.name ? undefined : encoded.readDoubleLE(AT.obtainedAt) + encoded.readDoubleLE(AT.life);
}

function bodyOf(value: object): Body {
  const known = latest.get(value);
  if (known) {
    return known;
  }
  const { kind, uids = NOTHING, scores = NOTHING, json = '' } = written(value);
  const body = { kind, uids, scores, json: Buffer.from(json) };
  latest.set(value, body);
  return body;
}

function written(value: object): Partial<Omit<Body, 'json'>> & Pick<Body, 'kind'> & { readonly json?: string } {
  if (value instanceof EntrezError) {
    const { message, details } = value;
    return { kind: 'unknown', json: JSON.stringify({ message, details }) };
  }
  if (Array.isArray(value)) {
    return { kind: 'json', json: JSON.stringify(value) };
  }
  if (!isLinks(value)) {
    return { kind: 'members', json: writeMembers(value) };
  }
  const { packed } = value.uids;
  const uids: Packed = ArrayBuffer.isView(packed) ? pack(packed) : ['json', Buffer.from(JSON.stringify(packed))];
  return { kind: 'links', uids, ...(value.scores && { scores: pack(value.scores) }) };
}

function readBody(encoded: Buffer, start: number): object {
  const kind = KINDS[encoded[AT.kind] ?? 0];
  if (kind === 'json') {
    return readJson(encoded, start) as object;
  }
  if (kind === 'members') {
    return readMembers(encoded.toString('utf8', start));
  }
  if (kind === 'unknown') {
    const { message, details } = readJson(encoded, start) as { message: string; details: ErrorDetails };
    return new EntrezError('UNKNOWN_ID', message, details);
  }
  const end = start + encoded.readUInt32LE(AT.bytesOfUids);
  const scores = unpack(encoded[AT.packingOfScores], encoded, end);
  return {
    uids: UidList.fromPacked(
      unpack(encoded[AT.packingOfUids], encoded, start, end) ?? (readJson(encoded, start, end) as readonly string[]),
    ),
    ...(scores && { scores }),
    // Tables are not stored: they are files themselves.
    source: 'ELINK',
    asOf: encoded.readDoubleLE(AT.obtainedAt),
    bytes: encoded.readUInt32LE(AT.bytes),
  } satisfies Links;
}

function readJson(encoded: Buffer, start: number, end?: number): unknown {
  return JSON.parse(encoded.toString('utf8', start, end));
}

function isLinks(value: object): value is Links & { readonly scores?: Numbers } {
  return 'uids' in value && value.uids instanceof UidList;
}

function pack(numbers: Numbers): Packed {
  const { buffer, byteOffset, byteLength } = numbers;
  return [numbers instanceof Uint32Array ? 'uint32' : 'float64', Buffer.from(buffer, byteOffset, byteLength)];
}

/** Numbers that were packed; a copy, which begins where numbers may begin. Undefined for what is no numbers. */
function unpack(packing: number | undefined, encoded: Buffer, start: number, end?: number): Numbers | undefined {
  switch (PACKINGS[packing ?? 0]) {
    case 'uint32':
      return new Uint32Array(new Uint8Array(encoded.subarray(start, end)).buffer);
    case 'float64':
      return new Float64Array(new Uint8Array(encoded.subarray(start, end)).buffer);
    default:
      return undefined;
  }
}

function checksumOf(encoded: Buffer): number {
  return crc32(encoded.subarray(AT.obtainedAt));
}
