import type { ExecutionResult } from 'graphql';

import { Operation, type OperationOptions } from '../../loading/operation/operation.js';
import type { Clock } from '../../upstream/clock.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import { type Result, WholeResult } from './response-cache.js';

type Outcome = Result | Promise<Result>;

/** Executes on behalf of an operation, which waits and pays. */
export type Execute = (operation: Operation) => Outcome;

/** An execution under way. */
interface Flight {
  readonly operation: SharedOperation;
  readonly result: Promise<Result>;
  /** Whether another caller has joined. */
  isShared: boolean;
  /** Nobody may join from now on. */
  readonly land: () => void;
}

/**
 * One execution for equal operations that run at the same time: the same document and variables through the same NCBI
 * client, so with the same API key. Each caller keeps its own deadline, cancellation, call limit, quota and cost report.
 *
 * A caller that ends early, while others go on, gets what an execution of its own gives at that moment: what is known,
 * and an error for the rest.
 */
export class Flights {
  readonly #clock: Clock;
  readonly #underWay = new WeakMap<NcbiClient, Map<string, Flight>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Joins the equal operation that is under way, or executes. Gives the result at once if nothing has to be waited for. */
  run(question: string, operation: Operation, execute: Execute): Outcome {
    const { client, maxCalls } = operation;
    const flights = this.#underWay.get(client) ?? new Map<string, Flight>();
    this.#underWay.set(client, flights);
    // Those that may make more calls get more of the answer.
    const name = `${maxCalls} ${question}`;
    const known = flights.get(name);
    if (known) {
      if (!known.operation.admit(operation)) {
        return execute(operation);
      }
      known.isShared = true;
      return this.#wait(known, operation, execute);
    }
    const shared = new SharedOperation({ clock: this.#clock, client, maxCalls }, operation);
    const outcome = execute(shared);
    if (!(outcome instanceof Promise)) {
      operation.absorb(shared);
      return outcome;
    }
    const land = (): void => {
      if (flights.get(name) === flight) {
        flights.delete(name);
      }
    };
    const flight: Flight = { operation: shared, result: outcome.finally(land), isShared: false, land };
    flights.set(name, flight);
    return this.#wait(flight, operation, execute);
  }

  async #wait(flight: Flight, operation: Operation, execute: Execute): Promise<Result> {
    const shared = flight.operation;
    try {
      const result = await operation.wait(
        () => flight.result,
        (giveUp) => {
          shared.onCannotPay(operation, giveUp);
          return () => undefined;
        },
      );
      operation.absorb(shared);
      return flight.isShared ? copyOf(result) : result;
    } catch (reason) {
      if (!shared.leave(operation, reason as Error)) {
        operation.absorbCalls(shared);
        return execute(operation);
      }
      flight.land();
      const result = await flight.result;
      operation.absorb(shared);
      return result;
    }
  }
}

/** Data that several responses hold, as text. */
const texts = new WeakMap<object, string>();

/** A result of its own for each caller, since extensions are added to it; its data are written once for all. */
function copyOf(result: Result): Result {
  if (result instanceof WholeResult) {
    return result.copy();
  }
  const { data, errors } = result;
  if (errors || !data) {
    return { ...result };
  }
  return {
    data,
    stringify: ({ extensions = {} }: ExecutionResult): string => {
      const text = texts.get(data) ?? JSON.stringify(data);
      texts.set(data, text);
      return `{"data":${text},"extensions":${JSON.stringify(extensions)}}`;
    },
  };
}

/**
 * What is executed once for several callers. Each call counts against the limits of all of them; a caller whose limit is
 * reached leaves, and the others go on.
 */
class SharedOperation extends Operation {
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
