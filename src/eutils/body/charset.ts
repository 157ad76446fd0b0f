import { isAscii } from 'node:buffer';

import { malformed } from '../failures/malformed.js';
import { redact } from '../failures/redact.js';
import { atOnce, SLICE, type Sliced } from './slices.js';
import { type Text, wholeOf } from './text.js';

/** The encoding an XML declaration names, which stands in ASCII. */
const DECLARED = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i;

/**
 * The text of an answer, by the charset that its header declares, else by its byte order mark or XML declaration; UTF-8
 * where none does, which is what NCBI declares (protocol section 1: recorded).
 *
 * @param contentType - The header `Content-Type`.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, for a charset that is not known, and for bytes that are none of it:
 * a replacement character would pass for data. So would `Ã©`: where the header names another charset than UTF-8, and the
 * bytes can be read as either, nobody knows which of them is meant.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  return wholeOf(atOnce(textInSlices([bytes], contentType)));
}

/**
 * Reads the text of an answer as {@link decodeText} does, with pauses.
 *
 * @param chunks - The bytes as they came, which may cut characters.
 */
export function* textInSlices(chunks: readonly Uint8Array[], contentType: string | undefined): Sliced<Text> {
  const charset = charsetOf(startOf(chunks), contentType);
  const decoder = decoderOf(charset);
  const doubt = /^utf-?(?:8|16)/.test(charset) ? undefined : new Utf8Watch();
  const pieces: string[] = [];
  try {
    for (const slice of slicesOf(chunks)) {
      pieces.push(decoder.decode(slice, { stream: true }));
      doubt?.add(slice);
      yield;
    }
    pieces.push(decoder.decode());
  } catch (cause) {
    throw malformed(`NCBI sent bytes that are no text in ${redact(charset)}.`, cause);
  }
  if (doubt?.isUtf8() === true) {
    throw malformed(`NCBI sent bytes that may be text in UTF-8 as well as in the declared ${redact(charset)}.`);
  }
  return pieces.reduce((sum, { length }) => sum + length, 0) < LONG ? pieces.join('') : pieces;
}

/** Tells whether bytes are text in UTF-8 beyond ASCII, in which most charsets agree. */
class Utf8Watch {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isValid = true;
  #isBeyondAscii = false;

  add(bytes: Uint8Array): void {
    this.#isBeyondAscii ||= !isAscii(bytes);
    this.#isValid &&= this.#accepts(bytes);
  }

  isUtf8(): boolean {
    return this.#isBeyondAscii && this.#isValid && this.#accepts(new Uint8Array(), false);
  }

  #accepts(bytes: Uint8Array, stream = true): boolean {
    try {
      this.#decoder.decode(bytes, { stream });
      return true;
    } catch {
      return false;
    }
  }
}

/** Characters from which a text stays in pieces. */
const LONG = 2_000_000;

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: charset === 'utf-8' });
  } catch (cause) {
    throw malformed(`NCBI sent an answer in the charset ${redact(charset)}, which is not known.`, cause);
  }
}

function* slicesOf(chunks: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.byteLength; start += SLICE) {
      yield chunk.subarray(start, start + SLICE);
    }
  }
}

/** Enough of the first bytes for their byte order mark and XML declaration. */
function startOf(chunks: readonly Uint8Array[]): Buffer {
  let start = Buffer.alloc(0);
  for (const chunk of chunks) {
    start = Buffer.concat([start, chunk.subarray(0, 200)]);
    if (start.byteLength >= 200) {
      break;
    }
  }
  return start;
}

function charsetOf(bytes: Uint8Array, contentType = ''): string {
  const [, quoted, single, plain] =
    /;\s*charset\s*=\s*(?:"([^"]{1,40})"|'([^']{1,40})'|([^\s;,"']{1,40}))/i.exec(contentType) ?? [];
  const order = byteOrderOf(bytes);
  const charset = (quoted ?? single ?? plain ?? order ?? declaredIn(bytes) ?? 'utf-8').trim().toLowerCase();
  // Without its byte order UTF-16 has to be read by the mark, and no text in another charset starts with that of UTF-8.
  if (order !== undefined && (charset === 'utf-16' || order === 'utf-8')) {
    return order;
  }
  // ASCII is a part of UTF-8, while TextDecoder would take its labels for windows-1252 and any byte for a letter.
  return ASCII.test(charset) ? 'utf-8' : charset;
}

const ASCII = /^(?:(?:us-)?ascii|ansi_x3\.4-19(?:68|86)|iso-ir-6|iso_646\.irv:1991|iso646-us|us|cp367|ibm367)$/;

function byteOrderOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  return first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1').replace(/^ï»¿/, ''))?.[1];
  // A declaration that can be read as ASCII is not in UTF-16: the text was put into another charset since.
  return declared !== undefined && /^utf-?16/i.test(declared) ? undefined : declared;
}
