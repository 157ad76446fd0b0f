import { EntrezError, orFailure } from '../../eutils/failures/errors.js';
import type { DocSum } from '../../eutils/records/esummary.js';

/** How document summaries show identifiers of one kind. Its functions throw EntrezErrors for what cannot be read. */
export interface IdentifierRule {
  /** The identifiers that a summary shows. Capitals do not matter. */
  readonly namesIn: (summary: DocSum) => readonly string[];
  /**
   * Whether a value may name a record though its summary does not show it, such as a former name: it does if NCBI finds
   * the record by this value alone. Without this rule, summaries show all there is.
   */
  readonly mayBe?: (summary: DocSum, value: string) => boolean;
  /** Decide, in this order, between records that show the same; a rule that none of them keeps does not count. */
  readonly preferences?: readonly ((summary: DocSum, value: string) => boolean)[];
}

/** Which records carry which identifier, as their document summaries say. */
export class RecordNames {
  readonly #summaries: ReadonlyMap<string, DocSum | EntrezError>;
  readonly #rule: IdentifierRule;
  readonly #matches = new Map<string, DocSum[]>();
  /** Why a record could not be looked at. It may carry any identifier. */
  #failure: EntrezError | undefined;

  /** @param summaries - By uid; an `UNKNOWN_ID` stands for a record that is gone. */
  constructor(summaries: ReadonlyMap<string, DocSum | EntrezError>, rule: IdentifierRule) {
    this.#summaries = summaries;
    this.#rule = rule;
    for (const summary of summaries.values()) {
      const names = summary instanceof EntrezError ? summary : orFailure(() => rule.namesIn(summary));
      if (!(summary instanceof EntrezError) && !(names instanceof EntrezError)) {
        this.#add(summary, names);
      } else if (names instanceof EntrezError && names.code !== 'UNKNOWN_ID') {
        this.#failure ??= names;
      }
    }
  }

  /**
   * The uids of the records that carry an identifier; of several those that the preferences leave. An EntrezError when
   * it is not certain that there are none, or which of them are meant.
   */
  matchesOf(value: string): readonly string[] | EntrezError {
    const matches = this.#matches.get(fold(value));
    if (!matches) {
      return this.#failure ?? [];
    }
    return orFailure(() => {
      let left = matches;
      for (const keeps of this.#rule.preferences ?? []) {
        const preferred = left.filter((summary) => keeps(summary, value));
        left = preferred.length > 0 ? preferred : left;
      }
      return left.map(({ uid }) => uid);
    });
  }

  /** Whether a record may have a name that its summary does not show. */
  mayBe(uid: string, value: string): boolean {
    const summary = this.#summaries.get(uid);
    if (!summary || summary instanceof EntrezError) {
      return false;
    }
    return orFailure(() => this.#rule.mayBe?.(summary, value)) === true;
  }

  #add(summary: DocSum, names: readonly string[]): void {
    for (const name of new Set(names.map(fold))) {
      this.#matches.set(name, [...(this.#matches.get(name) ?? []), summary]);
    }
  }
}

function fold(name: string): string {
  return name.toLowerCase();
}
