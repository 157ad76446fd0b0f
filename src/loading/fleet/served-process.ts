import { EntrezError } from '../../eutils/failures/errors.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import { BatchCost } from '../operation/batch-cost.js';
import type { Outcome } from '../cache/answer-keeper.js';
import type { CachedLoader } from '../cached-loader.js';
import type {
  AnswerMessage,
  FarAnswer,
  FarCost,
  FarOperation,
  FleetChannel,
  Offer,
  OfferMessage,
  Refusal,
} from './messages.js';
import { RemoteOperation } from './remote-operation.js';

/** For so long batches wait for what a process makes of its answers. */
const PATIENCE: Milliseconds = 250;
/** An operation that has requested nothing for so long is forgotten. */
const MEMORY: Milliseconds = 60_000;
/** Answers of one message, in bytes. */
const MAX_MESSAGE_BYTES = 1024 * 1024;
/** A larger answer is left to the process that wants it: the store would cut off a reader that is so far behind. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** Gives the loader of a variant that another process names. */
export type LoaderOf = (variant: unknown) => Pick<CachedLoader<object>, 'outcome'>;

export interface ServingOptions {
  readonly channel: FleetChannel;
  readonly clock: Clock;
  readonly client: NcbiClient;
  readonly loaderOf: (offer: Offer) => ReturnType<LoaderOf> | undefined;
  /** Called when answers are sent. The promise resolves when all has been requested that they lead to. */
  readonly onFollowing: (following: Promise<void>) => void;
}

interface ServedProcessOptions extends ServingOptions {
  readonly name: string;
  /** Called when it no longer receives messages. */
  readonly onGone: () => void;
}

interface Served {
  readonly operation: RemoteOperation;
  usedAt: Milliseconds;
}

/** Another process, for which this one requests. */
export class ServedProcess {
  heardAt: Milliseconds = -Infinity;
  readonly #options: ServedProcessOptions;
  readonly #operations = new Map<number, Served>();
  /** Keys that its operations wait for. */
  readonly #waits = new Set<string>();
  /** Messages whose answers may lead to more. */
  readonly #unfollowed = new Map<number, () => void>();
  readonly #following = new Set<Promise<void>>();
  readonly #costIds = new WeakMap<BatchCost, number>();
  #costs = 0;
  #number = 0;
  #answers: { readonly answer: Omit<FarAnswer, 'cost'>; readonly cost: BatchCost }[] = [];
  #refusals: Refusal[] = [];
  #charges = new Map<number, number>();
  #flushing: Promise<void> | undefined;

  constructor(options: ServedProcessOptions) {
    this.#options = options;
  }

  heard({ operations, offers, ended, followed }: OfferMessage): void {
    this.heardAt = this.#options.clock.now();
    for (const operation of operations) {
      this.#use(operation);
    }
    for (const offer of offers) {
      this.#serve(offer);
    }
    for (const id of ended) {
      this.#end(id);
    }
    for (const number of followed) {
      this.#unfollowed.get(number)?.();
    }
    for (const [id, { usedAt }] of this.#operations) {
      if (this.heardAt - usedAt > MEMORY) {
        this.#operations.delete(id);
      }
    }
  }

  /** It wants nothing any more. */
  end(): void {
    for (const id of this.#operations.keys()) {
      this.#end(id);
    }
    for (const followed of this.#unfollowed.values()) {
      followed();
    }
  }

  #use(far: FarOperation): void {
    const { clock, client } = this.#options;
    const known = this.#operations.get(far.id) ?? {
      operation: new RemoteOperation(far, {
        clock,
        client,
        followed: async () => {
          await this.#flushing;
          await Promise.all(this.#following);
        },
        onCharge: (calls) => {
          this.#charges.set(far.id, (this.#charges.get(far.id) ?? 0) + calls);
          this.#flush();
        },
      }),
      usedAt: 0,
    };
    known.usedAt = clock.now();
    known.operation.countElsewhere(far.calls);
    this.#operations.set(far.id, known);
  }

  #end(id: number): void {
    this.#operations.get(id)?.operation.end(new EntrezError('DEADLINE_EXCEEDED', 'The operation has ended.'));
    this.#operations.delete(id);
  }

  #serve(offer: Offer): void {
    const { question, key, operation: id, after } = offer;
    const operation = this.#operations.get(id)?.operation;
    const wait = `${id} ${question} ${key}`;
    if (!operation || this.#waits.has(wait)) {
      return;
    }
    this.#waits.add(wait);
    if (after !== undefined) {
      operation.dependencies.answered({ question: after });
    }
    // Another release of this program may name what this one does not know.
    const outcome =
      this.#options.loaderOf(offer)?.outcome(key, operation) ?? Promise.resolve({ cost: new BatchCost() });
    outcome
      .then(
        ({ cost, ...result }: Outcome) => {
          const isTooLarge = result.answer && result.answer.size > MAX_ANSWER_BYTES;
          if (!isOfStop(result.failure)) {
            this.#answers.push({ answer: { question, key, ...(!isTooLarge && result) }, cost });
          }
        },
        (failure: unknown) => {
          if (!operation.hasEnded && !isOfStop(failure)) {
            this.#refusals.push({ question, key, operation: id, failure: failure as Error });
          }
        },
      )
      .finally(() => {
        this.#waits.delete(wait);
        this.#flush();
      })
      .catch(() => undefined);
  }

  /** Sends what there is to say once all of this moment is known. */
  #flush(): void {
    this.#flushing ??= this.#options.clock.turn().then(() => {
      this.#flushing = undefined;
      this.#say();
    });
  }

  #say(): void {
    const [answers, refusals, charges] = [this.#answers, this.#refusals, [...this.#charges]];
    this.#answers = [];
    this.#refusals = [];
    this.#charges = new Map();
    const known = new Map<string, FarAnswer>();
    const costs = new Map<number, FarCost>();
    let bytes = 0;
    const flush = (more: Partial<AnswerMessage> = {}): void => {
      this.#number += 1;
      const { process: from } = this.#options.channel;
      const message = { from, number: this.#number, costs: [...costs.values()], answers: [...known.values()] };
      this.#send({ ...message, refusals: [], charges: [], ...more });
      known.clear();
      costs.clear();
      bytes = 0;
    };
    for (const { answer, cost } of answers) {
      const id = this.#idOf(cost);
      const name = `${answer.question} ${answer.key}`;
      if (!known.has(name)) {
        bytes += answer.answer?.size ?? 0;
        known.set(name, { ...answer, cost: id });
        costs.set(id, this.#farCost(id, cost));
      }
      if (bytes > MAX_MESSAGE_BYTES) {
        flush();
      }
    }
    if (known.size + refusals.length + charges.length > 0) {
      flush({ refusals, charges });
    }
  }

  #send(message: AnswerMessage): void {
    const { channel, clock, name, onGone, onFollowing } = this.#options;
    if (message.answers.length > 0) {
      const following = new Promise<void>((resolve) => {
        const followed = (): void => {
          cancel();
          this.#unfollowed.delete(message.number);
          this.#following.delete(following);
          resolve();
        };
        const cancel = clock.after(PATIENCE, followed);
        this.#unfollowed.set(message.number, followed);
      });
      this.#following.add(following);
      onFollowing(following);
    }
    void channel.send(name, message).then((isReceived) => {
      if (!isReceived) {
        onGone();
      }
    });
  }

  #idOf(cost: BatchCost): number {
    const known = this.#costIds.get(cost);
    if (known !== undefined) {
      return known;
    }
    this.#costs += 1;
    this.#costIds.set(cost, this.#costs);
    return this.#costs;
  }

  #farCost(id: number, { source, calls }: BatchCost): FarCost {
    const now = this.#options.clock.now();
    return {
      id,
      source,
      calls: calls.map(({ endedAt, ...call }) => ({ ...call, ago: endedAt === undefined ? undefined : now - endedAt })),
    };
  }
}

/** Whether a key failed since this process stops: nobody is told of that, as another process is about to request it. */
function isOfStop(failure: unknown): boolean {
  return failure instanceof EntrezError && failure.code === 'SHUTTING_DOWN';
}
