import type { Milliseconds } from '../../upstream/clock.js';
import type { OfferMessage } from './messages.js';
import { ServedProcess, type ServingOptions } from './served-process.js';

/** A process that has said nothing for so long has gone. */
const SILENCE: Milliseconds = 5000;

/** The part of a process that batches the keys of all: it requests for the others. */
export class Keeper {
  readonly #options: ServingOptions;
  readonly #processes = new Map<string, ServedProcess>();

  constructor(options: ServingOptions) {
    this.#options = options;
  }

  heard(message: OfferMessage): void {
    this.#of(message.from).heard(message);
  }

  forgetSilent(): void {
    for (const [name, { heardAt }] of this.#processes) {
      if (this.#options.clock.now() - heardAt > SILENCE) {
        this.#drop(name);
      }
    }
  }

  /** Gives up what the others wait for: they turn to another process. */
  stop(): void {
    for (const name of this.#processes.keys()) {
      this.#drop(name);
    }
  }

  #of(name: string): ServedProcess {
    const known = this.#processes.get(name);
    if (known) {
      return known;
    }
    const served = new ServedProcess({
      ...this.#options,
      name,
      onGone: () => {
        this.#drop(name);
      },
    });
    this.#processes.set(name, served);
    return served;
  }

  #drop(name: string): void {
    this.#processes.get(name)?.end();
    this.#processes.delete(name);
  }
}
