import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

export type Encoding = 'zstd' | 'br' | 'gzip';
type Compress = (bytes: Uint8Array) => Promise<Buffer<ArrayBuffer>>;

/** Node has it from 22.15 on. */
const { zstdCompress } = zlib as { readonly zstdCompress?: typeof zlib.gzip };
const [gzip, brotli] = [promisify(zlib.gzip), promisify(zlib.brotliCompress)];

/** How to compress what is sent once: fast rather than small. Those that are preferred come first. */
const ONCE: ReadonlyMap<Encoding, Compress> = new Map([
  ...(zstdCompress ? [['zstd', promisify(zstdCompress) as Compress] as const] : []),
  ['br', brotliOf(4)],
  ['gzip', (bytes) => gzip(bytes, { level: 4 })],
]);
/** How to compress what is sent again and again. */
const KEPT: ReadonlyMap<Encoding, Compress> = new Map([
  ...ONCE,
  ['br', brotliOf(6)],
  ['gzip', (bytes) => gzip(bytes, { level: 9 })],
]);

function brotliOf(quality: number): Compress {
  return (bytes) => brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality } });
}

/** What a client accepts. */
interface Acceptance {
  /** The encoding that it likes best of those at hand; undefined for none. */
  readonly encoding: Encoding | undefined;
  /** Whether it takes the body as it is. */
  readonly isPlainAccepted: boolean;
}

/** What a header `Accept-Encoding` says (RFC 9110, section 12.5.3). A client without the header gets what is plain. */
export function acceptanceOf(header: string | null): Acceptance {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [, name = '', weight = '1'] = /^\s*([\w*-]+)\s*(?:;\s*q=(\d(?:\.\d*)?)\s*)?$/.exec(part) ?? [];
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number(weight));
  }
  const others = weights.get('*') ?? 0;
  let encoding: Encoding | undefined;
  let best = 0;
  for (const name of ONCE.keys()) {
    const weight = weights.get(name) ?? others;
    if (weight > best) {
      [encoding, best] = [name, weight];
    }
  }
  const plain = weights.get('identity');
  return {
    encoding: plain !== undefined && plain > best ? undefined : encoding,
    isPlainAccepted: (plain ?? weights.get('*') ?? 1) > 0,
  };
}

/** @param isKept - Whether the result is sent again and again. */
export function compress(bytes: Uint8Array, encoding: Encoding, isKept: boolean): Promise<Buffer<ArrayBuffer>> {
  const compressed = (isKept ? KEPT : ONCE).get(encoding)?.(bytes);
  return compressed ?? Promise.reject(new Error(`This Node cannot compress with ${encoding}.`));
}
