import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import type { Outcome } from '../cache/answer-keeper.js';
import { BatchCost } from '../operation/batch-cost.js';
import type { Operation } from '../operation/operation.js';
import { Keeper } from './keeper.js';
import type { AnswerMessage, FarAnswer, FarCost, FleetChannel, FleetMessage, Offer, OfferMessage } from './messages.js';
import { FarOperations } from './far-operations.js';
import { Lease } from './lease.js';
import type { LoaderOf } from './served-process.js';
import { type Answering, type QuestionName, SharedQuestion } from './shared-question.js';

/** How often a process says that it is there. */
const BEAT: Milliseconds = 500;
/** What has not been answered for so long is sent again, since a message may have been lost. */
const AGAIN: Milliseconds = 5000;
/** Keys of one message. */
const MAX_OFFERS = 1000;
/** Batches whose cost is remembered, since more of their answers may come. */
const MAX_COSTS = 1000;

export interface FleetOptions {
  readonly channel: FleetChannel;
  readonly clock: Clock;
  /** Requests what other processes want. */
  readonly client: NcbiClient;
}

/**
 * Processes that share a store, and batch their keys together: one of them, the keeper, requests for all, so that the
 * fleet has one queue, one fair order and one learned batch size, as a single process has. The others send it their keys,
 * and keep what they are sent. When the keeper goes, or is not heard of, another becomes it and is sent what waits; while
 * the store is away each process batches its own.
 */
export class Fleet {
  readonly #options: FleetOptions;
  readonly #kinds = new Map<string, LoaderOf>();
  /** Questions with keys elsewhere, by name. */
  readonly #questions = new Map<string, Set<Answering>>();
  readonly #keeper: Keeper;
  /** The process that batches the keys of all; undefined where each batches its own. */
  #keeperName: string | undefined;
  /** Whether it is not known yet what batches the keys: they wait, since the keeper may be requesting them already. */
  #isNew = true;
  readonly #operations: FarOperations;
  readonly #costs = new Map<number, BatchCost>();
  #offers: Offer[] = [];
  #ended: number[] = [];
  #followed: number[] = [];
  #isFlushing = false;
  #againAt: Milliseconds = 0;
  readonly #lease = new Lease();
  /** When the next beat is due. */
  #beatAt: Milliseconds;
  #cancelBeat: () => void;
  #isClosed = false;
  #onFollowing: (following: Promise<void>) => void = () => undefined;

  constructor(options: FleetOptions) {
    const { channel, clock } = options;
    this.#options = options;
    this.#operations = new FarOperations(clock);
    this.#keeper = new Keeper({
      ...options,
      loaderOf: ({ kind, variant }) => this.#kinds.get(kind)?.(variant),
      onFollowing: (following) => {
        this.#onFollowing(following);
      },
    });
    this.#beatAt = clock.now();
    this.#cancelBeat = clock.after(0, this.#beat);
    channel.listen({
      onMessage: (message) => {
        this.#heard(message);
      },
      onChange: () => {
        this.#againAt = 0;
        this.#beat();
      },
    });
  }

  /** Whether keys are not batched here: another process does, or it is not known yet which one. */
  get isElsewhere(): boolean {
    return this.#isNew || (this.#keeperName !== undefined && this.#keeperName !== this.#options.channel.process);
  }

  /** Makes a kind of question known, so that other processes can ask it here. */
  register(kind: string, loaderOf: LoaderOf): void {
    this.#kinds.set(kind, loaderOf);
  }

  /** Is told when other processes are sent answers, with a promise of when all is requested that these lead to. */
  watchFollowing(listener: (following: Promise<void>) => void): void {
    this.#onFollowing = listener;
  }

  /** A question whose keys the fleet batches together. */
  question<Kept>(name: QuestionName, adopt: (key: string, outcome: Outcome) => Kept): SharedQuestion<Kept> {
    return new SharedQuestion(this, name, adopt);
  }

  /** Sends a key to the keeper. */
  offer(offer: Omit<Offer, 'operation'>, operation: Operation): void {
    this.#offers.push({ ...offer, operation: this.#operations.idOf(operation) });
    this.#flush();
  }

  /** An operation waits for nothing any more. */
  leave(operation: Operation): void {
    this.#ended.push(this.#operations.idOf(operation));
    this.#flush();
  }

  /** Tells a question what becomes of its keys. */
  watch(question: Answering): void {
    const { question: name } = question.name;
    this.#questions.set(name, (this.#questions.get(name) ?? new Set()).add(question));
  }

  unwatch(question: Answering): void {
    const { question: name } = question.name;
    const its = this.#questions.get(name);
    its?.delete(question);
    if (its?.size === 0) {
      this.#questions.delete(name);
    }
  }

  /** Leaves the batching to others. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelBeat();
    this.#keeper.stop();
    await this.#options.channel.close();
  }

  readonly #beat = (): void => {
    const { clock } = this.#options;
    this.#cancelBeat();
    if (!this.#isClosed) {
      const due = Math.min(this.#beatAt, clock.now());
      // The first waits until the process is listening.
      const wasHeard = !this.#isNew;
      this.#beatAt = clock.now() + BEAT;
      this.#cancelBeat = clock.after(BEAT, this.#beat);
      if (this.isElsewhere && clock.now() >= this.#againAt) {
        this.#move();
      }
      this.#keeper.forgetSilent();
      void this.#say().then(() => {
        if (wasHeard && this.#keeperName !== undefined) {
          this.#lease.note(clock.now() - due);
        }
      });
    }
  };

  /** Says what there is to say once all of this moment is known. */
  #flush(): void {
    if (!this.#isFlushing) {
      this.#isFlushing = true;
      void this.#options.clock.turn().then(() => {
        this.#isFlushing = false;
        return this.#say();
      });
    }
  }

  async #say(): Promise<void> {
    do {
      this.#turnTo(await this.#options.channel.toKeeper(this.#next(), this.#lease.span));
    } while (this.#offers.length > 0);
  }

  #next(): OfferMessage {
    const offers = this.#offers.splice(0, MAX_OFFERS);
    return {
      from: this.#options.channel.process,
      operations: this.#operations.of(offers),
      offers,
      ended: this.#ended.splice(0),
      // What an answer led to is offered before the answer counts as followed.
      followed: this.#offers.length > 0 ? [] : this.#followed.splice(0),
    };
  }

  #turnTo(keeper: string | undefined): void {
    if ((keeper !== this.#keeperName || this.#isNew) && !this.#isClosed) {
      this.#isNew = false;
      if (this.#keeperName === this.#options.channel.process) {
        this.#keeper.stop();
      }
      this.#keeperName = keeper;
      this.#costs.clear();
      this.#move();
    }
  }

  /** All keys go to where they are batched now. */
  #move(): void {
    this.#againAt = this.#options.clock.now() + AGAIN;
    this.#offers = [];
    for (const question of [...this.#questions.values()].flatMap((its) => [...its])) {
      question.move();
    }
  }

  #heard(message: FleetMessage): void {
    if ('offers' in message) {
      this.#keeper.heard(message);
    } else if (message.from === this.#keeperName) {
      void this.#answered(message);
    }
  }

  async #answered({ number, costs, answers, refusals, charges }: AnswerMessage): Promise<void> {
    this.#operations.charge(charges);
    costs.forEach(this.#learn);
    const followed = Array.from(byBatch(answers), ([first, its]) => {
      const cost = this.#costs.get(first.cost) ?? new BatchCost();
      return Array.from(this.#questions.get(first.question) ?? [], (question) => question.answered(its, cost));
    });
    for (const { question, key, operation: id, failure } of refusals) {
      const operation = this.#operations.get(id);
      if (operation) {
        this.#questions.get(question)?.forEach((its) => {
          its.refused(key, operation, failure);
        });
      }
    }
    await Promise.all(followed.flat());
    if (answers.length > 0) {
      this.#followed.push(number);
      this.#flush();
    }
  }

  /** Notes the calls of a batch that are not known yet. */
  readonly #learn = ({ id, source, calls }: FarCost): void => {
    const cost = this.#costs.get(id) ?? new BatchCost(source);
    for (const { ago, ...call } of calls.slice(cost.calls.length)) {
      cost.onCall({ ...call, ...(ago !== undefined && { endedAt: this.#options.clock.now() - ago }) });
    }
    this.#costs.set(id, cost);
    for (const oldest of this.#costs.keys()) {
      if (this.#costs.size <= MAX_COSTS) {
        break;
      }
      this.#costs.delete(oldest);
    }
  };
}

/** Answers of the same question and batch, under the first of them. */
function byBatch(answers: readonly FarAnswer[]): Iterable<[first: FarAnswer, its: FarAnswer[]]> {
  const groups = new Map<string, [FarAnswer, FarAnswer[]]>();
  for (const answer of answers) {
    const name = `${answer.cost} ${answer.question}`;
    const group = groups.get(name);
    if (group) {
      group[1].push(answer);
    } else {
      groups.set(name, [answer, [answer]]);
    }
  }
  return groups.values();
}
