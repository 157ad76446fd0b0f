import { type Answer, askText, type Cost } from './gateway.js';
import type { Catalog } from './model/catalog.js';
import { type DrawnGraph, drawGraph } from './model/drawn-graph.js';
import { EMPTY, type Exploration } from './model/exploration.js';
import { type Failure, Knowledge } from './model/knowledge.js';
import { openQuestions, type Question } from './model/questions.js';
import { joinedQuery, readableQuery } from './model/query-text.js';
import type { GraphRecord } from './model/record.js';

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
    const { query, variables, members, readable } = operationOf(questions);
    this.action = { label, query: readable, cost: undefined, failures: [], isUnderWay: true };
    let answer: Answer<Readonly<Record<string, unknown>>>;
    try {
      answer = await askText(query, variables, controller.signal);
    } catch {
      const stopped = { code: 'STOPPED', message: 'You stopped asking.', path: [] };
      answer = { data: null, errors: [stopped], cost: undefined };
    }
    this.#underWay.delete(controller);
    questions.forEach((question, index) => {
      const member = members[index] ?? '';
      this.knowledge = question.learn(this.knowledge, answer.data?.[member], (...path) =>
        failureAt(answer, [member, ...path]),
      );
    });
    this.action = { label, query: readable, cost: answer.cost, failures: distinct(answer.errors), isUnderWay: false };
    this.#show(label, this.exploration);
  }
}

interface Operation {
  readonly query: string;
  readonly variables: Question['variables'];
  /** Where the answer to each question is. */
  readonly members: readonly string[];
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
      members: ['ids' in variables ? 'nodes' : 'node'],
      readable: readableQuery(document, variables, types),
    };
  }
  const query = joinedQuery('OpenGraph', questions);
  return { query, variables: {}, members: questions.map((_question, index) => `all${index}`), readable: query };
}

function failureAt({ errors }: Answer<unknown>, path: readonly (string | number)[]): Failure | undefined {
  return errors.find((error) => error.path.length === 0 || path.every((part, index) => error.path[index] === part));
}

function distinct(errors: Answer<unknown>['errors']): readonly Failure[] {
  return [...new Map(errors.map(({ code, message }) => [`${code} ${message}`, { code, message }])).values()];
}
