/** Exit codes of a command that a signal ended, as shells have them: 128 and the number of the signal. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Waits for SIGINT and SIGTERM. The first asks to end in good order, the second ends the process as without a handler. */
export class Interruption {
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #handlers = Object.entries(CODES).map(
    ([name, code]) =>
      [
        name,
        () => {
          this.#stop(code);
        },
      ] as const,
  );
  #code: number | undefined;

  constructor() {
    this.signal = this.#controller.signal;
    for (const [name, handler] of this.#handlers) {
      process.on(name, handler);
    }
  }

  /** The exit code of the interrupted command. */
  get code(): number | undefined {
    return this.#code;
  }

  ignore(): void {
    for (const [name, handler] of this.#handlers) {
      process.off(name, handler);
    }
  }

  #stop(code: number): void {
    this.ignore();
    this.#code = code;
    this.#controller.abort();
  }
}
