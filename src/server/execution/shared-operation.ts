import { Operation, type OperationOptions } from '../../loading/operation/operation.js';

/**
 * What is executed once for several callers. Each call counts against the limits of all of them; a caller whose limit is
 * reached leaves, and the others go on.
 */
export class SharedOperation extends Operation {
  readonly #callers = new Map<Operation, (reason: Error) => void>();

  /** @param options - Without a deadline and a signal: these are its callers' own. */
  constructor(options: Pick<OperationOptions, 'clock' | 'client' | 'maxCalls'>, caller: Operation) {
    super({ ...options, deadline: Infinity });
    this.#callers.set(caller, () => undefined);
  }

  override get callers(): Iterable<Operation> {
    return this.#callers.keys();
  }

  override get spentUp(): boolean {
    return super.spentUp || [...this.#callers.keys()].every(({ spentUp }) => spentUp);
  }

  /**
   * Lets a caller wait, and charges it for the calls so far.
   *
   * @returns Whether it could pay for them.
   */
  admit(caller: Operation): boolean {
    const isAdmitted = caller.charge(this.callsMade);
    if (isAdmitted) {
      this.#callers.set(caller, () => undefined);
    }
    return isAdmitted;
  }

  /** @param giveUp - Ends the wait of a caller that cannot pay for another call. */
  onCannotPay(caller: Operation, giveUp: (reason: Error) => void): void {
    this.#callers.set(caller, giveUp);
  }

  /**
   * A caller no longer waits. What it shared goes on for the others, and ends with the last.
   *
   * @returns Whether it was the last one.
   */
  leave(caller: Operation, reason: Error): boolean {
    this.#callers.delete(caller);
    if (this.#callers.size > 0) {
      return false;
    }
    this.end(reason);
    return true;
  }

  override charge(calls: number): boolean {
    if (!super.charge(calls)) {
      return false;
    }
    const all = [...this.#callers];
    const unable = all.filter(([caller]) => !caller.charge(calls));
    if (unable.length === all.length) {
      super.refund(calls);
      return false;
    }
    for (const [caller, giveUp] of unable) {
      this.#callers.delete(caller);
      giveUp(new Error('This caller can pay for no other call.'));
    }
    return true;
  }

  override refund(calls: number): void {
    super.refund(calls);
    for (const caller of this.#callers.keys()) {
      caller.refund(calls);
    }
  }
}
