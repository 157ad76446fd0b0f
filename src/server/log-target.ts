import { fstatSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';

import type { Milliseconds } from '../upstream/clock.js';

/** Bytes that wait for a slow reader; lines beyond are dropped. */
const MAX_WAITING_BYTES = 1024 * 1024;
/** Time that a slow reader has to take them when the process ends. */
const CLOSE_TIMEOUT: Milliseconds = 1000;

/**
 * Writes log lines to a file descriptor. Never throws, and never waits for the reader of a pipe: lines that the target
 * does not take, such as those for a full disk or a closed pipe, are dropped and counted.
 */
export class LogTarget {
  readonly #fd: number;
  /** For pipes and sockets, whose readers may be slow or gone. */
  readonly #stream: Socket | undefined;
  #dropped = 0;
  /** Whether a file ends in a part of a line. */
  #isTorn = false;

  constructor(fd: number) {
    this.#fd = fd;
    this.#stream = openPipe(fd);
    this.#stream?.on('error', () => undefined);
  }

  /** Lines that were dropped so far. */
  get dropped(): number {
    return this.#dropped;
  }

  write(line: string): void {
    if (this.#stream) {
      this.#send(line, this.#stream);
    } else {
      this.#append(this.#isTorn ? `\n${line}` : line);
    }
  }

  /** Gives a slow reader some time to take what waits for it, so that the process can end. */
  async close(): Promise<void> {
    const stream = this.#stream;
    if (stream && stream.writableLength > 0 && !stream.destroyed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, CLOSE_TIMEOUT);
        stream.write('', () => {
          clearTimeout(timer);
          resolve();
        });
      });
      stream.destroy();
    }
  }

  #send(line: string, stream: Socket): void {
    if (stream.destroyed || stream.writableLength > MAX_WAITING_BYTES) {
      this.#dropped += 1;
      return;
    }
    stream.write(line, (error) => {
      this.#dropped += error ? 1 : 0;
    });
  }

  #append(text: string): void {
    const bytes = Buffer.from(text);
    let written = 0;
    try {
      written = writeSync(this.#fd, bytes);
    } catch {
      // Counted below: there is no other place to report it to.
    }
    if (written < bytes.length) {
      this.#dropped += 1;
    }
    this.#isTorn = written > 0 ? written < bytes.length : this.#isTorn;
  }
}

/** A stream for a pipe or a socket, which does not block; undefined for files, terminals and devices. */
function openPipe(fd: number): Socket | undefined {
  try {
    const stat = fstatSync(fd);
    if (!stat.isFIFO() && !stat.isSocket()) {
      return undefined;
    }
    // Node's own streams make the descriptors block when they are first used, hence before this one.
    if (process.stdout.destroyed || process.stderr.destroyed) {
      return undefined;
    }
    return new Socket({ fd, readable: false, writable: true });
  } catch {
    return undefined;
  }
}
