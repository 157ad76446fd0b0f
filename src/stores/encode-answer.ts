import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';

import { EntrezError, type ErrorDetails } from '../eutils/errors.js';
import type { StoredAnswer } from '../loading/answer-store.js';
import type { Links } from '../loading/links.js';
import { type Numbers, UidList } from '../loading/uid-list.js';

/** Three letters, and a number that is raised whenever what follows changes. */
const MAGIC = Buffer.from('EGA\x01', 'latin1');
/** Where the checksum of all that follows it stands, the length of the label, and the label; behind it comes the body. */
const AT = { checksum: 4, labelLength: 8, label: 12 } as const;

type Packing = 'uint32' | 'float64';

/** What an entry says of itself, as JSON. */
interface Label extends Omit<StoredAnswer, 'value'> {
  readonly name: string;
  /** What the body is: JSON, links, or JSON of the proof that there is no such record. */
  readonly is: 'json' | 'links' | 'unknown';
  /** Links only: how uids are packed, or these themselves where they cannot be. */
  readonly uids?: Packing | readonly string[];
  /** Links only: how many there are. */
  readonly length?: number;
  /** Links only: how scores are packed. */
  readonly scores?: Packing | undefined;
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/**
 * What the names of questions begin with in a store. Answers of another NCBI, of another version of this program, whose
 * decoders may understand NCBI otherwise, or of a machine that writes numbers the other way round are about other
 * questions.
 *
 * @param baseUrl - Where the answers come from.
 */
export function namespaceOf(baseUrl: string): string {
  return `${version} ${endianness()} ${baseUrl} `;
}

/**
 * An answer as bytes that tell what they are: uids and scores as packed numbers, as in memory, everything else as JSON,
 * which V8 reads faster than its own format.
 *
 * @param name - The question, with its namespace.
 */
export function encodeAnswer(name: string, { value, ...facts }: StoredAnswer): Buffer {
  const [more, ...body] = encodeValue(value);
  const label = Buffer.from(JSON.stringify({ name, ...facts, ...more } satisfies Label));
  const encoded = Buffer.concat([MAGIC, Buffer.alloc(AT.label - AT.checksum), label, ...body]);
  encoded.writeUInt32LE(label.length, AT.labelLength);
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
  const isWhole =
    encoded.length >= AT.label &&
    MAGIC.equals(encoded.subarray(0, MAGIC.length)) &&
    encoded.readUInt32LE(AT.checksum) === checksumOf(encoded);
  if (!isWhole) {
    return undefined;
  }
  try {
    const end = AT.label + encoded.readUInt32LE(AT.labelLength);
    const label = JSON.parse(encoded.toString('utf8', AT.label, end)) as Label;
    if (label.name !== name) {
      return undefined;
    }
    const { source, life, bytes, obtainedAt } = label;
    return { value: decodeValue(label, encoded.subarray(end)), source, life, bytes, obtainedAt };
  } catch {
    // Damage that the checksum does not show, once in four billion times.
    return undefined;
  }
}

function encodeValue(value: object): [more: Pick<Label, 'is' | 'uids' | 'length' | 'scores'>, ...body: Buffer[]] {
  if (value instanceof EntrezError) {
    const { message, details } = value;
    return [{ is: 'unknown' }, Buffer.from(JSON.stringify({ message, details }))];
  }
  if (!isLinks(value)) {
    return [{ is: 'json' }, Buffer.from(JSON.stringify(value))];
  }
  const { packed, length } = value.uids;
  const isPacked = ArrayBuffer.isView(packed);
  const scores = value.scores && packingOf(value.scores);
  return [
    { is: 'links', uids: isPacked ? packingOf(packed) : packed, length, scores },
    ...(isPacked ? [bytesOf(packed)] : []),
    ...(value.scores ? [bytesOf(value.scores)] : []),
  ];
}

function decodeValue({ is, uids = [], length = 0, scores, bytes }: Label, body: Buffer): object {
  if (is === 'json') {
    return JSON.parse(body.toString()) as object;
  }
  if (is === 'unknown') {
    const { message, details } = JSON.parse(body.toString()) as { message: string; details: ErrorDetails };
    return new EntrezError('UNKNOWN_ID', message, details);
  }
  const end = typeof uids === 'string' ? length * WIDTH[uids] : 0;
  const packed = typeof uids === 'string' ? numbersIn(body.subarray(0, end), uids) : uids;
  return {
    uids: UidList.fromPacked(packed),
    ...(scores && { scores: numbersIn(body.subarray(end), scores) }),
    bytes,
  } satisfies Links;
}

const WIDTH = { uint32: Uint32Array.BYTES_PER_ELEMENT, float64: Float64Array.BYTES_PER_ELEMENT } as const;

function isLinks(value: object): value is Links & { readonly scores?: Numbers } {
  return 'uids' in value && value.uids instanceof UidList;
}

function packingOf(numbers: Numbers): Packing {
  return numbers instanceof Uint32Array ? 'uint32' : 'float64';
}

function bytesOf({ buffer, byteOffset, byteLength }: Numbers): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** A copy, which begins where numbers may begin. */
function numbersIn(bytes: Buffer, packing: Packing): Numbers {
  const { buffer } = new Uint8Array(bytes);
  return packing === 'uint32' ? new Uint32Array(buffer) : new Float64Array(buffer);
}

function checksumOf(encoded: Buffer): number {
  return crc32(encoded.subarray(AT.checksum + 4));
}
