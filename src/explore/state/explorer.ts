import { computed, type ReadonlySignal, signal } from '@preact/signals';

import type { Answer, Cost, GatewayClient, Variables } from '../gateway/client.js';
import type { Failure } from '../gateway/failure-text.js';
import { ReadArticleDocument, type TypedDocumentString } from '../generated/graphql.js';
import type { Catalog } from '../model/catalog.js';
import { drawGraph } from '../model/drawn-graph.js';
import { EMPTY, type Exploration } from '../model/exploration.js';
import { factsKey, Knowledge } from '../model/knowledge.js';
import { type Load, openLoads, readLinked } from '../model/loads.js';
import type { FilledOperation } from '../model/query-text.js';
import type { GraphRecord } from '../model/record.js';
import { failureAt, operationOf, type Operation, runOperation, sumOfCosts } from './operations.js';

/** What the visitor did last. */
export interface Action {
  readonly label: string;
  /** The operations it ran; empty for an action that needed none. */
  readonly operations: readonly FilledOperation[];
  /** Undefined while it runs, and when nothing was executed. */
  readonly cost: Cost | undefined;
  /** What failed, each failure once. */
  readonly failures: readonly Failure[];
  readonly isRunning: boolean;
}

/** Where an explorer writes the address of each exploration. */
export interface AddressBar {
  /** For an action that can be undone. */
  push(exploration: Exploration): void;
  replace(exploration: Exploration): void;
}

/** Owns the exploration and what is known: loads what an exploration needs, and publishes both as signals. */
export class Explorer {
  readonly client: GatewayClient;
  readonly catalog: Catalog;
  readonly #address: AddressBar;
  readonly #exploration = signal(EMPTY);
  readonly #knowledge = signal(Knowledge.NONE);
  readonly #action = signal<Action | undefined>(undefined);
  readonly #running = signal<ReadonlyMap<AbortController, ReadonlySet<string>>>(new Map());
  readonly graph = computed(() => drawGraph(this.#exploration.value, this.#knowledge.value, this.catalog));
  readonly isBusy = computed(() => this.#running.value.size > 0);
  /** The keys of {@link Knowledge.failures} that are being loaded. */
  readonly loading = computed(() => new Set([...this.#running.value.values()].flatMap((keys) => [...keys])));
  readonly selected = computed(() => this.#knowledge.value.records.get(this.#exploration.value.selected ?? ''));

  constructor(client: GatewayClient, catalog: Catalog, address: AddressBar) {
    this.client = client;
    this.catalog = catalog;
    this.#address = address;
  }

  get exploration(): ReadonlySignal<Exploration> {
    return this.#exploration;
  }

  get knowledge(): ReadonlySignal<Knowledge> {
    return this.#knowledge;
  }

  get action(): ReadonlySignal<Action | undefined> {
    return this.#action;
  }

  /** Adds records that came from elsewhere, such as a suggestion or a table. */
  learn(records: readonly GraphRecord[]): void {
    const fresh = records.filter(({ id }) => !this.#knowledge.value.records.has(id));
    if (fresh.length > 0) {
      this.#knowledge.value = this.#knowledge.value.withRecords(fresh);
    }
  }

  /** Shows another exploration as a step that can be undone, and loads what it needs. */
  go(label: string, next: Exploration): void {
    this.#address.push(next);
    this.#show(label, next);
  }

  /** As {@link go}, for changes that are no step of their own, such as a selection. */
  glance(label: string, next: Exploration): void {
    this.#address.replace(next);
    this.#show(label, next);
  }

  /** Shows the exploration of an address. */
  open(exploration: Exploration): void {
    this.#show('Open', exploration);
  }

  select(id: string | undefined): void {
    this.glance('Count links', { ...this.#exploration.value, selected: id });
  }

  /** Loads again what failed. */
  retry(key: string): void {
    this.#knowledge.value = this.#knowledge.value.withoutFailure(key);
    this.#show('Try again', this.#exploration.value);
  }

  /** Reads the facts of linked records again, whose links are known by a key of {@link Knowledge.pages}. */
  readAgain(pages: string): void {
    this.#knowledge.value = this.#knowledge.value.withoutFailure(factsKey(pages));
    void this.#load('Read records again', [readLinked(pages, this.#knowledge.value)]);
  }

  /** Counts the links of a record again. */
  recount(id: string): void {
    this.#knowledge.value = this.#knowledge.value.withoutCounts(id);
    this.#show('Count again', this.#exploration.value);
  }

  /** Loads the abstract of an article. A failure is known under the key of {@link abstractKey}. */
  async readArticle({ id, uid, ...record }: GraphRecord): Promise<void> {
    const key = abstractKey(id);
    this.#knowledge.value = this.#knowledge.value.withoutFailure(key);
    await this.track([key], async (abort) => {
      const { data, errors } = await this.client.run(ReadArticleDocument, { uid }, abort);
      const [failure] = errors;
      const abstract = data?.pubmed?.abstract ?? (failure ? undefined : '');
      const known = this.#knowledge.value;
      this.#knowledge.value =
        abstract === undefined && failure
          ? known.withFailure(key, failure)
          : known.withRecords([{ ...record, id, uid, ...{ abstract: abstract ?? '' } }]);
    });
  }

  /**
   * Runs an operation as an action of its own, and returns its answer; undefined where the visitor stopped it.
   *
   * @param onPart - is called with the answer so far, each time a part of it has come that is not the last.
   */
  async ask<Data, V extends Variables>(
    label: string,
    document: TypedDocumentString<Data, V>,
    variables: V,
    onPart?: (answer: Answer<Data>) => void,
  ): Promise<Answer<Data> | undefined> {
    const operations = [{ document: document.toString(), variables }];
    const action = { label, operations, cost: undefined, failures: [], isRunning: true };
    this.#action.value = action;
    let answer: Answer<Data> | undefined;
    await this.track([], async (abort) => {
      answer = await this.client.run(document, variables, abort, onPart);
    });
    this.#action.value = { ...action, cost: answer?.cost, isRunning: false };
    return answer;
  }

  /** Runs work that the visitor can stop; the keys count as loading meanwhile. Work that is stopped rejects with it. */
  async track(keys: readonly string[], work: (abort: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController();
    this.#running.value = new Map(this.#running.value).set(controller, new Set(keys));
    try {
      await work(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) {
        throw error;
      }
    } finally {
      this.#running.value = new Map([...this.#running.value].filter(([each]) => each !== controller));
    }
  }

  /** Cancels everything that runs. What did not arrive counts as failed, and can be retried. */
  stop(): void {
    for (const controller of this.#running.value.keys()) {
      controller.abort();
    }
  }

  #show(label: string, next: Exploration): void {
    this.#exploration.value = next;
    const loading = this.loading.value;
    const loads = openLoads(next, this.#knowledge.value, this.catalog).filter(
      ({ keys }) => !keys.some((key) => loading.has(key)),
    );
    if (loads.length > 0) {
      void this.#load(label, loads);
    }
  }

  async #load(label: string, loads: readonly Load[]): Promise<void> {
    // A gateway that knows only single documents cannot run them joined.
    const operations = this.client.trustedOnly.value ? loads.map((load) => operationOf([load])) : [operationOf(loads)];
    const action = { label, operations: loads, cost: undefined, failures: [], isRunning: true };
    this.#action.value = action;
    const keys = loads.flatMap((load) => load.keys);
    await this.track(keys, async (abort) => {
      const answers = await Promise.all(
        operations.map(async (operation) => {
          const answer = await runOperation(this.client, operation, abort, (part) => {
            this.#learnFrom(operation, part, false);
          });
          this.#learnFrom(operation, answer, true);
          return answer;
        }),
      );
      const failures = distinct(answers.flatMap(({ errors }) => errors));
      const cost = sumOfCosts(answers.map((answer) => answer.cost));
      this.#action.value = { ...action, cost, failures, isRunning: false };
    });
    this.#show(label, this.#exploration.value);
  }

  #learnFrom({ members }: Operation, answer: Answer<Readonly<Record<string, unknown>>>, isWhole: boolean): void {
    this.#knowledge.value = members
      .filter(([, { grows }]) => isWhole || grows)
      .reduce(
        (known, [member, load]) =>
          load.learn(known, answer.data?.[member], (...path) => failureAt(answer, [member, ...path]), isWhole),
        this.#knowledge.value,
      );
  }
}

/** The key of the abstract of an article in {@link Knowledge.failures}. */
export function abstractKey(id: string): string {
  return `abstract ${id}`;
}

function distinct(errors: Answer<unknown>['errors']): readonly Failure[] {
  return [
    ...new Map(errors.map(({ path: _path, ...failure }) => [`${failure.code} ${failure.message}`, failure])).values(),
  ];
}
