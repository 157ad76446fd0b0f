import { EntrezError } from '../../eutils/failures/errors.js';
import type { Arrival, RecordSet } from './record-set.js';
import type { PlannedQuery } from './planned-query.js';
import { CallGroup } from './call-group.js';

/** What asking brings: the answers that are known already, and when the others will be. */
export interface Outcome<V> {
  /** Known answers by key; those that there is no such record are left out. */
  readonly known: ReadonlyMap<string, V>;
  /** The members whose answers are not known, as of the moment when these come. */
  readonly missing: RecordSet | undefined;
}

/** What has been asked under one question. */
class QueryCalls {
  readonly question: PlannedQuery;
  readonly #callGroups = new Map<number, CallGroup>();
  readonly #ofKey = new Map<string, CallGroup>();
  readonly #ofOthers = new Map<symbol, readonly CallGroup[]>();
  /** Keys whose answers were known. */
  readonly known = new Set<string>();

  constructor(question: PlannedQuery) {
    this.question = question;
  }

  get callGroups(): Iterable<CallGroup> {
    return this.#callGroups.values();
  }

  /** Asks about all members, each at the earliest level at which anyone does, and gives the groups of calls that answer. */
  ask({ keys, others, identity, whole, since }: RecordSet): readonly CallGroup[] {
    const asked =
      others > 0 ? (this.#ofOthers.get(identity) ?? this.#ofOthers.get(whole?.identity ?? identity)) : undefined;
    if (asked) {
      return asked;
    }
    const callGroup = this.#callGroupAt(since.level);
    const callGroups = new Set<CallGroup>();
    for (const key of keys) {
      callGroups.add(this.#add(key, callGroup, since));
    }
    if (others > 0) {
      callGroup.add([], others, since);
      callGroups.add(callGroup);
    }
    this.#ofOthers.set(identity, [...callGroups]);
    return [...callGroups];
  }

  /** Notes that the answers about a record set come along with it. */
  know({ identity }: RecordSet): void {
    this.#ofOthers.set(identity, []);
  }

  #add(key: string, callGroup: CallGroup, since: Arrival): CallGroup {
    const before = this.#ofKey.get(key);
    if (before && before.level < callGroup.level) {
      return before;
    }
    if (before && before.level > callGroup.level) {
      before.delete(key);
    }
    callGroup.add([key], 0, since);
    this.#ofKey.set(key, callGroup);
    return callGroup;
  }

  #callGroupAt(level: number): CallGroup {
    const callGroup = this.#callGroups.get(level) ?? new CallGroup(this.question, level);
    this.#callGroups.set(level, callGroup);
    return callGroup;
  }
}

/** Everything that an operation would ask, and when. Asks nobody: what is known is looked up in the caches. */
export class PlannedCalls {
  /** Known answers to calls that were sent before are too old for the operation. */
  readonly notBefore: number;
  readonly #ofQueries = new Map<string, QueryCalls>();

  constructor(notBefore = -Infinity) {
    this.notBefore = notBefore;
  }

  /** Everything that has to be asked, level by level. */
  get callGroups(): CallGroup[] {
    return [...this.#ofQueries.values()]
      .flatMap(({ callGroups }) => [...callGroups])
      .filter(({ mostKeys }) => mostKeys > 0)
      .toSorted((a, b) => a.level - b.level);
  }

  /** The questions of which answers are known that the operation would use, and how many. */
  get known(): { readonly question: PlannedQuery; readonly answers: number }[] {
    return [...this.#ofQueries.values()]
      .filter(({ known }) => known.size > 0)
      .map(({ question, known }) => ({ question, answers: known.size }));
  }

  /** Asks a question about the records of a set. Whatever has been asked before is not asked again. */
  ask<V extends object>(question: PlannedQuery<V>, recordSet: RecordSet): Outcome<V> {
    const calls = this.#ofQuery(question);
    const known = new Map<string, V>();
    const missing: string[] = [];
    for (const key of recordSet.keys) {
      const answer = question.peek(key, this.notBefore);
      if (!answer) {
        missing.push(key);
        continue;
      }
      calls.known.add(key);
      if (!(answer.value instanceof EntrezError)) {
        known.set(key, answer.value);
      }
    }
    if (missing.length === 0 && recordSet.others === 0) {
      return { known, missing: undefined };
    }
    const rest = recordSet.keep(missing);
    const mayBeKnown = (rest.others > 0 ? question.mayKnow : question.isStored) === true;
    return {
      known,
      missing: rest.at(answered(calls.ask(rest), recordSet.since, { objects: rest.size, mayBeKnown })),
    };
  }

  /** Notes that the answers about a record set come along with it. */
  know(question: PlannedQuery, recordSet: RecordSet): void {
    this.#ofQuery(question).know(recordSet);
  }

  #ofQuery(question: PlannedQuery): QueryCalls {
    const { utility, about, variant = '' } = question;
    const name = `${utility} ${about} ${variant}`;
    const calls = this.#ofQueries.get(name) ?? new QueryCalls(question);
    this.#ofQueries.set(name, calls);
    return calls;
  }
}

/** What waits for no call is there at one moment. */
const AT_ONCE = { mostCalls: 1 };

/** When groups of calls have answered what so many objects asked that arrived themselves before. */
function answered(
  callGroups: readonly CallGroup[],
  { level, callGroups: before }: Arrival,
  { objects, mayBeKnown }: { readonly objects: number; readonly mayBeKnown: boolean },
): Arrival {
  // What others asked earlier may be answered before it is wanted, and what is known waits for no call: what stands below
  // such objects leaves as soon as they are there, in a batch of its own.
  const isWaitedFor = !mayBeKnown && callGroups.length > 0 && callGroups.every((callGroup) => callGroup.level >= level);
  return {
    level: Math.max(level, ...callGroups.map((callGroup) => callGroup.level + 1)),
    callGroups: [...new Set(isWaitedFor ? callGroups : [...(before.length > 0 ? before : [AT_ONCE]), ...callGroups])],
    mostMoments: objects,
  };
}
