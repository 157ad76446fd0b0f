import type { GraphQLResolveInfo } from 'graphql';

import { EntrezError, orFailure } from '../../eutils/failures/errors.js';
import type { Loaders } from '../../loading/loaders.js';
import { ownSelection, selects } from '../core/selection.js';
import type { FieldReport } from './field-report.js';
import { RecordSet } from './record-set.js';
import type { PlannedCalls, Outcome } from './planned-calls.js';
import type { PlannedQuery } from './planned-query.js';

/** The records that answers name. */
interface Named<V> {
  readonly read: (answer: V) => string | readonly string[];
  readonly most: number;
  readonly db?: string;
}

/** Where one field acts out what its resolver would ask, and what is noted of that. */
export class EstimateScope {
  readonly loaders: Loaders;
  /** As the resolver would get it. */
  readonly info: GraphQLResolveInfo;
  readonly #report: FieldReport;
  readonly #plannedCalls: PlannedCalls;

  constructor(loaders: Loaders, plannedCalls: PlannedCalls, info: GraphQLResolveInfo, report: FieldReport) {
    this.loaders = loaders;
    this.info = info;
    this.#report = report;
    this.#plannedCalls = plannedCalls;
  }

  /** Where the field stands in the answer, such as `gene.pubmed`. */
  get path(): string {
    return this.#report.path;
  }

  /** Asks a question about the records of a set. */
  ask<V extends object>(question: PlannedQuery<V>, recordSet: RecordSet): Outcome<V> {
    const outcome = this.#plannedCalls.ask(question, recordSet);
    const missing = outcome.missing?.size ?? 0;
    this.#report.asked(question, recordSet.size - missing, missing);
    return outcome;
  }

  /**
   * Asks about the records of a set, and gives those that the answers name: the known ones, and others as many as the
   * answers that are not known may name.
   *
   * @param most - Records that one answer names at most.
   */
  follow<V extends object>(
    question: PlannedQuery<V>,
    recordSet: RecordSet,
    { read, most, db = recordSet.db }: Named<V>,
  ): RecordSet[] {
    const { known, missing } = this.ask(question, recordSet);
    const named = RecordSet.known(db, [...known.values()].flatMap(read), recordSet.since);
    return missing ? [named, RecordSet.unknown(db, most * missing.size, missing.since)] : [named];
  }

  /** Known answers to calls that were sent before are too old for the operation. */
  get notBefore(): number {
    return this.#plannedCalls.notBefore;
  }

  /** Whether the operation would take the answer for a key from memory. */
  knows(question: PlannedQuery, key: string): boolean {
    return question.peek(key, this.notBefore) !== undefined;
  }

  /** Notes that the answers about a record set come along with it. */
  know(question: PlannedQuery, recordSet: RecordSet): void {
    this.#plannedCalls.know(question, recordSet);
  }

  /** What `act` gives; where it is refused, nothing but a note of the reason. */
  attempt<T>(act: () => T): T | undefined {
    const outcome = orFailure(act);
    if (outcome instanceof EntrezError) {
      this.#report.note(outcome.message);
      return undefined;
    }
    return outcome;
  }

  /** Whether the field at a path below this one is selected. */
  selects(...path: readonly string[]): boolean {
    return selects(this.info, ownSelection(this.info), ...path);
  }
}
