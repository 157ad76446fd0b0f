import { type Answer, answersKnownDocumentsOnly, askText, type Cost } from './gateway.js';
import type { Catalog } from './model/catalog.js';
import { type DrawnGraph, drawGraph } from './model/drawn-graph.js';
import { EMPTY, type Exploration } from './model/exploration.js';
import { type Failure, Knowledge } from './model/knowledge.js';
import { prefixTypes } from './model/prefix-types.js';
import { openQuestions, type Question } from './model/questions.js';
import { joinedQuery, readableQuery } from './model/query-text.js';
import type { GraphRecord } from './model/record.js';
import { TYPE_PREFIX } from './server-settings.js';

/** The last thing that was asked. */
export interface Action {
  /** What the visitor did. */
  readonly label: string;
  /** The operation, ready to run elsewhere. */
  readonly query: string;
  /** Undefined while it is under way, and when it failed as a whole. */
  readonly cost: Cost | undefined;
  /** What did not work, each failure once. */
  readonly failures: readonly Failure[];
  readonly isUnderWay: boolean;
}

/** Holds what is explored, asks the gateway for what that needs, and tells when there is something new to be seen. */
export class Explorer {
  readonly catalog: Catalog;
  exploration = EMPTY;
  knowledge = Knowledge.NONE;
  action: Action | undefined;
  readonly #changed: () => void;
  readonly #past: Exploration[] = [];
  readonly #underWay = new Map<AbortController, ReadonlySet<string>>();
  #drawn: { readonly of: readonly unknown[]; readonly graph: DrawnGraph } | undefined;

  /** `changed` is called after each change, once for all that happen at once. */
  constructor(catalog: Catalog, changed: () => void) {
    this.catalog = catalog;
    this.#changed = changed;
  }

  get graph(): DrawnGraph {
    const of = [this.exploration, this.knowledge];
    if (!this.#drawn || this.#drawn.of.some((part, index) => part !== of[index])) {
      this.#drawn = { of, graph: drawGraph(this.exploration, this.knowledge, this.catalog) };
    }
    return this.#drawn.graph;
  }

  get isBusy(): boolean {
    return this.#underWay.size > 0;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Whether a member of {@link Knowledge.failures} is being asked. */
  isAsking(key: string): boolean {
    return [...this.#underWay.values()].some((keys) => keys.has(key));
  }

  /** Adds records that are known from elsewhere, such as a suggestion. */
  learn(record: GraphRecord): void {
    if (!this.knowledge.records.has(record.id)) {
      this.knowledge = this.knowledge.withRecords([record]);
    }
  }

  /** Goes on to another exploration, which can be undone, and asks for what it needs. */
  go(label: string, next: Exploration): void {
    this.#past.push(this.exploration);
    this.#show(label, next);
  }

  /** As {@link go}, for changes that are not worth undoing, such as a selection. */
  glance(label: string, next: Exploration): void {
    this.#show(label, next);
  }

  /** Goes back by one step. What was known then is still known, so this asks for nothing. */
  undo(): void {
    const before = this.#past.pop();
    if (before) {
      this.#show('Undo', { ...before, selected: before.selected ?? this.exploration.selected });
    }
  }

  /** Asks again for what failed. */
  retry(key: string): void {
    this.knowledge = this.knowledge.withoutFailure(key);
    this.#show('Try again', this.exploration);
  }

  /** Counts the links of a record again. */
  recount(id: string): void {
    this.knowledge = this.knowledge.withoutCounts(id);
    this.#show('Count again', this.exploration);
  }

  /** Leaves off asking. What was not answered yet counts as failed, and can be tried again. */
  stop(): void {
    for (const controller of this.#underWay.keys()) {
      controller.abort();
    }
  }

  #show(label: string, next: Exploration): void {
    this.exploration = next;
    const questions = openQuestions(next, this.knowledge, this.catalog).filter(
      ({ keys }) => !keys.some((key) => this.isAsking(key)),
    );
    if (questions.length > 0) {
      void this.#ask(label, questions);
    }
    this.#changed();
  }

  async #ask(label: string, questions: readonly Question[]): Promise<void> {
    const controller = new AbortController();
    this.#underWay.set(controller, new Set(questions.flatMap(({ keys }) => keys)));
    // Several questions are one operation, but for a gateway that knows only each by itself.
    const operations = answersKnownDocumentsOnly()
      ? questions.map((question) => operationOf([question]))
      : [operationOf(questions)];
    const query = prefixTypes(operationOf(questions).readable, TYPE_PREFIX);
    this.action = { label, query, cost: undefined, failures: [], isUnderWay: true };
    const answers = await Promise.all(operations.map((operation) => answerTo(operation, controller.signal)));
    this.#underWay.delete(controller);
    operations.forEach((operation, index) => {
      this.#learn(operation, answers[index] ?? STOPPED);
    });
    const failures = distinct(answers.flatMap(({ errors }) => errors));
    this.action = { label, query, cost: sumOf(answers.map(({ cost }) => cost)), failures, isUnderWay: false };
    this.#show(label, this.exploration);
  }

  #learn({ asked }: Operation, answer: Answer<Data>): void {
    for (const [member, question] of asked) {
      this.knowledge = question.learn(this.knowledge, answer.data?.[member], (...path) =>
        failureAt(answer, [member, ...path]),
      );
    }
  }
}

type Data = Readonly<Record<string, unknown>>;

interface Operation {
  readonly query: string;
  readonly variables: Question['variables'];
  /** What is asked, by where its answer is. */
  readonly asked: readonly (readonly [member: string, question: Question])[];
  readonly readable: string;
}

/** The operation that asks all questions. A single one goes out as it was printed, so that the gateway knows its text. */
function operationOf(questions: readonly Question[]): Operation {
  const [first] = questions;
  if (first && questions.length === 1) {
    const { document, variables, types } = first;
    return {
      query: document,
      variables,
      asked: [['ids' in variables ? 'nodes' : 'node', first]],
      readable: readableQuery(document, variables, types),
    };
  }
  const query = joinedQuery('OpenGraph', questions);
  return { query, variables: {}, asked: questions.map((each, index) => [`all${index}`, each]), readable: query };
}

const STOPPED: Answer<Data> = {
  data: null,
  errors: [{ code: 'STOPPED', message: 'You stopped asking.', path: [] }],
  cost: undefined,
};

async function answerTo({ query, variables }: Operation, signal: AbortSignal): Promise<Answer<Data>> {
  try {
    return await askText(query, variables, signal);
  } catch {
    // Asking rejects only when it is stopped.
    return STOPPED;
  }
}

/** The cost of an action; undefined when none of its operations got as far. */
function sumOf(costs: readonly (Cost | undefined)[]): Cost | undefined {
  return costs.reduce((sum, cost) => {
    if (!sum || !cost) {
      return sum ?? cost;
    }
    return {
      calls: { total: sum.calls.total + cost.calls.total },
      cacheHits: sum.cacheHits + cost.cacheHits,
      waitedMs: Math.max(sum.waitedMs, cost.waitedMs),
      source: sum.source ?? cost.source,
    };
  }, undefined);
}

function failureAt({ errors }: Answer<unknown>, path: readonly (string | number)[]): Failure | undefined {
  return errors.find((error) => error.path.length === 0 || path.every((part, index) => error.path[index] === part));
}

function distinct(errors: Answer<unknown>['errors']): readonly Failure[] {
  return [...new Map(errors.map(({ code, message }) => [`${code} ${message}`, { code, message }])).values()];
}
