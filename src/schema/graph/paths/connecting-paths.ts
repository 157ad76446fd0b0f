import { EntrezError } from '../../../eutils/failures/errors.js';
import type { PathSearch } from '../../../loading/graph/path-search.js';
import type { Skipped } from '../../../loading/graph/frontier.js';
import type { FoundPath } from '../../../loading/graph/paths.js';
import { hasNo } from '../../core/absence.js';
import type { Context } from '../../core/context.js';
import type { EntrezRecord } from '../../core/record.js';
import { inHops } from '../step-choice.js';

/** Whether records are connected, as far as it is known. */
export type PathStatus = 'FOUND' | 'NONE' | 'NOT_KNOWN';

/** Link names that a sentence lists. */
const SHOWN_NAMES = 12;

/** The paths between two records, while they are being found. */
export class ConnectingPaths {
  /** Resolves when the search is over. */
  readonly done: Promise<void>;
  readonly #search: PathSearch;
  readonly #maxHops: number;
  readonly #found: FoundPath[] = [];
  #wake: () => void = () => undefined;
  #isOver = false;

  constructor(search: PathSearch, ends: readonly EntrezRecord[], maxHops: number, context: Context) {
    this.#search = search;
    this.#maxHops = maxHops;
    this.done = this.#run(ends, context);
    // Fields that are selected meet the failure again.
    this.done.catch(() => undefined);
  }

  get found(): readonly FoundPath[] {
    return this.#found;
  }

  get frontier(): readonly Skipped[] {
    return this.#search.frontier.skipped;
  }

  get linkNames(): readonly string[] {
    return this.#search.linkNames;
  }

  get complete(): boolean {
    return this.frontier.length === 0;
  }

  get status(): PathStatus {
    return this.#found.length > 0 ? 'FOUND' : this.complete ? 'NONE' : 'NOT_KNOWN';
  }

  /** The outcome in a sentence, to be read by people. */
  get summary(): string {
    const within = `within ${inHops(this.#maxHops)}`;
    const count = this.#found.length;
    switch (this.status) {
      case 'FOUND':
        return `${count} ${count === 1 ? 'path' : 'paths'} ${within}${this.complete ? '' : '; there may be others'}.`;
      case 'NONE':
        return this.linkNames.length === 0
          ? `No link names that may be followed lead from one database to the other ${within}.`
          : `None ${within} over ${this.#namesInWords()}.`;
      case 'NOT_KNOWN':
        return `Not known: the search stopped before all ways ${within} were followed.`;
    }
  }

  #namesInWords(): string {
    const [shown, more] = [this.linkNames.slice(0, SHOWN_NAMES), this.linkNames.length - SHOWN_NAMES];
    return `these link names: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  }

  /** The paths, each as soon as it is found. */
  async *stream(): AsyncGenerator<FoundPath> {
    for (let index = 0; ; index += 1) {
      while (index >= this.#found.length && !this.#isOver) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      const next = this.#found[index];
      if (!next) {
        await this.done;
        return;
      }
      yield next;
    }
  }

  async #run(ends: readonly EntrezRecord[], context: Context): Promise<void> {
    try {
      for await (const path of this.#search.run()) {
        this.#found.push(path);
        this.#wake();
      }
      if (this.#found.length === 0) {
        await Promise.all(ends.map((end) => rejectUnknown(end, context)));
      }
    } finally {
      this.#isOver = true;
      this.#wake();
    }
  }
}

/**
 * NCBI gives an unknown record no links, which is no proof that it has none.
 *
 * @param isLookedAt - Whether its kinds of links were to be loaded. If they were and failed, nothing is said of the record.
 * @throws EntrezError `UNKNOWN_ID`.
 */
export async function rejectUnknown(end: EntrezRecord, context: Context, isLookedAt = true): Promise<void> {
  const { db, uid } = end;
  const available = context.loaders.availableLinks(db).peek(uid)?.value;
  const mayBeUnknown = available ? !(available instanceof EntrezError) && available.length === 0 : !isLookedAt;
  if (mayBeUnknown && !(await end.exists(context))) {
    throw new EntrezError('UNKNOWN_ID', `${hasNo(`${db} record with uid ${uid}`, context.operation)}.`, {
      db,
      uids: [uid],
    });
  }
}
