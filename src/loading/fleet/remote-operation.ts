import type { Clock } from '../../upstream/clock.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import { Operation } from '../operation/operation.js';
import type { FarOperation } from './messages.js';

interface RemoteOperationOptions {
  readonly clock: Clock;
  readonly client: NcbiClient;
  /** Called with calls that it is charged for. */
  readonly onCharge: (calls: number) => void;
  /** @see Operation.followed */
  readonly followed: () => Promise<void>;
}

/** Stands for an operation of another process in the queue for permits. Its time limit is watched there. */
export class RemoteOperation extends Operation {
  override readonly isRemote = true;
  readonly #onCharge: (calls: number) => void;
  readonly #followed: () => Promise<void>;
  /** Calls it has taken part in elsewhere. */
  #elsewhere = 0;

  constructor(
    { maxCalls = Infinity, maxAge }: FarOperation,
    { clock, client, onCharge, followed }: RemoteOperationOptions,
  ) {
    super({ clock, client, maxCalls, maxAge, deadline: Infinity });
    this.#onCharge = onCharge;
    this.#followed = followed;
  }

  /** Counts what it has taken part in elsewhere. */
  countElsewhere(calls: number): void {
    this.count(calls - this.#elsewhere);
    this.#elsewhere = calls;
  }

  override followed(): Promise<void> {
    return this.#followed();
  }

  override charge(calls: number): boolean {
    const isCharged = super.charge(calls);
    if (isCharged && calls > 0) {
      this.#onCharge(calls);
    }
    return isCharged;
  }

  override refund(calls: number): void {
    super.refund(calls);
    this.#onCharge(-calls);
  }
}
