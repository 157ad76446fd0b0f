import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

/** Puts the bytes of an answer on the connection. Its status and headers are set, but not sent yet. */
export type Deliver = (response: ServerResponse, bytes: Buffer) => void;

/** Pieces of a slow answer, and the milliseconds after each. */
const PIECES = 20;
const PAUSE_MS = 50;

const BLANKS = Buffer.alloc(64 * 1024, ' ');

/** As it should be. */
export const whole: Deliver = (response, bytes) => {
  response.end(bytes);
};

/** Nothing, until the caller gives up. */
export const silence: Deliver = () => undefined;

/** The first half, and then nothing until the caller gives up. */
export const half: Deliver = (response, bytes) => {
  response.write(firstHalf(bytes));
};

/** A reset of the connection in place of an answer. */
export const reset: Deliver = (response) => {
  response.socket?.resetAndDestroy();
};

/** The first half, and then a reset. */
export const resetMidway: Deliver = (response, bytes) => {
  response.write(firstHalf(bytes), () => response.socket?.resetAndDestroy());
};

/** All of it, in small pieces with a pause after each. */
export const dribble: Deliver = (response, bytes) => {
  stream(piecesOf(bytes), response);
};

/** All of it, and then blanks as fast as they are taken, until the caller gives up. */
export const flood: Deliver = (response, bytes) => {
  stream(paddedForEver(bytes), response);
};

/** A caller who gives up in the middle is no failure of ours, hence no complaint. */
function stream(pieces: Iterable<Buffer> | AsyncIterable<Buffer>, response: ServerResponse): void {
  pipeline(Readable.from(pieces), response, () => undefined);
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  const size = Math.ceil(bytes.length / PIECES);
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
    await delay(PAUSE_MS);
  }
}

function* paddedForEver(bytes: Buffer): Generator<Buffer, never> {
  yield bytes;
  for (;;) {
    yield BLANKS;
  }
}

function firstHalf(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.ceil(bytes.length / 2));
}
