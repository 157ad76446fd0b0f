import type { Writable } from 'node:stream';

/** Where answers are written to: not faster than they are taken, and no further when nobody takes them any more. */
export class Output {
  /** Aborts when the reader goes away, as `head` does when it has enough. */
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
   * Writes, and waits while too much is on its way. Does nothing once the reader has gone.
   *
   * @throws Error when nothing can be written for another reason, such as a full disk.
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

  /** Ends a file. Standard output is left open: what it still holds is written before the process ends. */
  async end(): Promise<void> {
    this.#stream.off('drain', this.#wake);
    if (this.#stream === process.stdout) {
      return;
    }
    await new Promise<void>((resolve) => {
      this.#wakeUp = resolve;
      this.#stream.end(resolve);
    });
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
