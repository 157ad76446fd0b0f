import { isUtf8 } from 'node:buffer';

import { malformed } from '../failures/malformed.js';

/** The encoding an XML declaration names, which stands in ASCII. */
const DECLARED = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i;

/**
 * The text of an answer, by the charset that its header declares, else by its byte order mark or XML declaration; UTF-8
 * where none does, which is what NCBI declares (protocol section 1: recorded).
 *
 * @param contentType - The header `Content-Type`.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, for a charset that is not known, and for bytes that are none of it:
 * a replacement character would pass for data.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const charset = charsetOf(bytes, contentType);
  if (charset === 'utf-8' && isUtf8(bytes)) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  }
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch (cause) {
    throw malformed(`NCBI sent an answer in the charset ${charset}, which is not known.`, cause);
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw malformed(`NCBI sent bytes that are no text in ${charset}.`, cause);
  }
}

function charsetOf(bytes: Uint8Array, contentType = ''): string {
  const [, quoted, plain] = /;\s*charset\s*=\s*(?:"([^"]{1,40})"|([^\s;"]{1,40}))/i.exec(contentType) ?? [];
  return (quoted ?? plain ?? byteOrderOf(bytes) ?? declaredIn(bytes) ?? 'utf-8').trim().toLowerCase();
}

function byteOrderOf([first, second]: Uint8Array): string | undefined {
  return first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  return DECLARED.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1').replace(/^ï»¿/, ''))?.[1];
}
