import { constants } from 'node:os';

type Signal = keyof typeof constants.signals;

/** Signals that stop a server in good order: from people, supervisors, terminals that close. */
const STOPS: readonly Signal[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
/** SIGQUIT stays what it is for a command: an end at once, with a core dump. */
const INTERRUPTS: readonly Signal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The exit code of a process that a signal ended, by the convention of shells. */
function codeOf(signal: Signal): number {
  return 128 + constants.signals[signal];
}

/**
 * Resolves at the first SIGINT, SIGTERM, SIGHUP or SIGQUIT. A second one ends the process at once, also where it is
 * process 1. SIGUSR2 would end a process by default and is ignored.
 */
export function untilStopped(): Promise<void> {
  process.on('SIGUSR2', () => undefined);
  return new Promise((resolve) => {
    let stopping = false;
    for (const signal of STOPS) {
      process.on(signal, () => {
        if (stopping) {
          process.exit(codeOf(signal));
        }
        stopping = true;
        resolve();
      });
    }
  });
}

/** Waits for SIGINT, SIGTERM and SIGHUP. The first aborts `signal`, the second ends the process as without a handler. */
export class Interruption {
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #handlers = INTERRUPTS.map((name) => ({
    name,
    handle: () => {
      this.#stop(codeOf(name));
    },
  }));
  #code: number | undefined;

  constructor() {
    this.signal = this.#controller.signal;
    for (const { name, handle } of this.#handlers) {
      process.on(name, handle);
    }
  }

  /** The exit code of the interrupted command. */
  get code(): number | undefined {
    return this.#code;
  }

  ignore(): void {
    for (const { name, handle } of this.#handlers) {
      process.off(name, handle);
    }
  }

  #stop(code: number): void {
    this.ignore();
    this.#code = code;
    this.#controller.abort();
  }
}
