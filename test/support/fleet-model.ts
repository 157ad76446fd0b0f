import type { FleetChannel, FleetMessage } from '../../src/loading/fleet/messages.js';
import { decodeMessage, encodeMessage } from '../../src/stores/fleet-messages.js';
import { type Clock, type Milliseconds, sleep } from '../../src/upstream/clock.js';

const NAME = 'virtual';

/** Who keeps the batches of a fleet, and the way between processes, in a time that passes only when a test says so. */
export class FleetModel {
  readonly #clock: Clock;
  readonly #latency: Milliseconds;
  readonly #listeners = new Map<string, (message: Buffer) => void>();
  readonly #gone = new Set<string>();
  readonly #late = new Map<string, Milliseconds>();
  readonly #stalledUntil = new Map<string, Milliseconds>();
  #keeper: { readonly name: string; readonly until: Milliseconds } | undefined;
  /** Whether the store can be reached. */
  isAway = false;
  /** Messages with answers that were sent. */
  answerMessages = 0;

  constructor(clock: Clock, latency: Milliseconds) {
    this.#clock = clock;
    this.#latency = latency;
  }

  get keeper(): string | undefined {
    return this.#keeper?.name;
  }

  /** What a process says from now on arrives later by so much, as that of one that waits for a core does. */
  delay(process: string, span: Milliseconds): void {
    this.#late.set(process, span);
  }

  /** A process says and hears nothing until then, but goes on from there, as one that gets no core does. */
  stall(process: string, span: Milliseconds): void {
    this.#stalledUntil.set(process, this.#clock.now() + span);
  }

  /** Nobody hears a process any more, nor is it heard. */
  cut(process: string): void {
    this.#listeners.delete(process);
    this.#gone.add(process);
  }

  /** For a while a process says nothing, and does nothing with what it is sent. */
  hang(process: string, span: Milliseconds = Infinity): void {
    const listener = this.#listeners.get(process);
    if (listener && !this.#gone.has(process)) {
      this.#listeners.set(process, () => undefined);
      this.#gone.add(process);
      if (span < Infinity) {
        this.#clock.after(span, () => {
          // Unless it was killed meanwhile.
          if (this.#listeners.has(process)) {
            this.#listeners.set(process, listener);
            this.#gone.delete(process);
          }
        });
      }
    }
  }

  channelOf(process: string): FleetChannel {
    return {
      process,
      toKeeper: async (message, lease) => {
        await sleep(this.#clock, this.#stallOf(process) + this.#latency + (this.#late.get(process) ?? 0));
        const keeper = this.isAway || this.#gone.has(process) ? undefined : this.#toKeeper(process, message, lease);
        await sleep(this.#clock, this.#latency);
        return keeper;
      },
      send: async (to, message) => {
        this.answerMessages += message.answers.length > 0 ? 1 : 0;
        await sleep(this.#clock, this.#stallOf(process) + this.#latency);
        const isReceived = !this.isAway && !this.#gone.has(process) && this.#send(to, message);
        await sleep(this.#clock, this.#latency);
        return isReceived;
      },
      listen: ({ onMessage }) => {
        this.#listeners.set(process, (bytes) => {
          const message = decodeMessage(bytes, NAME);
          if (message) {
            this.#clock.after(this.#stallOf(process) + this.#latency, () => {
              onMessage(message);
            });
          }
        });
      },
      close: () => {
        this.#listeners.delete(process);
        this.#keeper = this.#keeper?.name === process ? undefined : this.#keeper;
        return Promise.resolve();
      },
    };
  }

  #stallOf(process: string): Milliseconds {
    return Math.max(0, (this.#stalledUntil.get(process) ?? 0) - this.#clock.now());
  }

  #toKeeper(process: string, message: FleetMessage, lease: Milliseconds): string {
    const now = this.#clock.now();
    const keeper = this.#keeper && this.#keeper.until > now ? this.#keeper.name : undefined;
    if (keeper !== undefined && keeper !== process && this.#send(keeper, message)) {
      return keeper;
    }
    this.#keeper = { name: process, until: now + lease };
    return process;
  }

  #send(to: string, message: FleetMessage): boolean {
    const listener = this.#listeners.get(to);
    listener?.(encodeMessage(message, NAME));
    return listener !== undefined;
  }
}
