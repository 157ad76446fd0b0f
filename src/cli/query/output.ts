import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Writes answers to a stream, no faster than the stream takes them, and stops when its reader is gone. */
export class Output {
  /** Aborts when the reader closes the pipe, as `head` does. */
  readonly gone: AbortSignal;
  readonly #stream: Writable;
  readonly #gone = new AbortController();
  #failure: Error | undefined;
  #wakeUp: (() => void) | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    this.gone = this.#gone.signal;
    stream.on('drain', this.#wake);
    stream.on('error', this.#fail);
  }

  /**
   * Writes, and waits while the stream's buffer is full. Does nothing once the reader is gone.
   *
   * @throws Error when the stream fails for another reason, such as a full disk.
   */
  async write(text: string): Promise<void> {
    this.#check();
    if (text === '' || this.gone.aborted || this.#stream.write(text)) {
      return;
    }
    await new Promise<void>((resolve) => {
      this.#wakeUp = resolve;
    });
    this.#check();
  }

  /**
   * Ends a file. Standard output stays open; Node writes what it still holds before the process ends.
   *
   * @throws Error when the rest cannot be written.
   */
  async end(): Promise<void> {
    this.#stream.off('drain', this.#wake);
    this.#check();
    if (this.#stream === process.stdout || this.gone.aborted) {
      return;
    }
    this.#stream.end();
    await finished(this.#stream).catch(this.#fail);
    this.#check();
  }

  readonly #wake = (): void => {
    this.#wakeUp?.();
  };

  readonly #fail = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') {
      this.#gone.abort();
    } else {
      this.#failure = error;
    }
    this.#wake();
  };

  #check(): void {
    if (this.#failure) {
      throw this.#failure;
    }
  }
}
