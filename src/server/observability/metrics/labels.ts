import { withoutSecrets } from '../../../eutils/failures/redact.js';

/** Names of operations that get series of their own. */
const MAX_NAMES = 100;
const MAX_LENGTH = 64;

/** Stands for operations without a name, and for what is none; no name of GraphQL or of NCBI has brackets. */
export const NONE = '(none)';
/** Stands for all that is not in a closed set. */
export const OTHER = '(other)';

/**
 * Label values for the names of operations, which clients choose: the first hundred that are seen, and one for the rest.
 * A name that looks like a key gets none of its own.
 */
export class OperationNames {
  readonly #known = new Set<string>();

  labelOf(name: string | undefined): string {
    if (name === undefined) {
      return NONE;
    }
    if (this.#known.has(name)) {
      return name;
    }
    if (this.#known.size >= MAX_NAMES || name.length > MAX_LENGTH || withoutSecrets(name) !== name) {
      return OTHER;
    }
    this.#known.add(name);
    return name;
  }
}

/** A value of a closed set, or {@link OTHER}. */
export function labelIn(values: ReadonlySet<string>, value: string | undefined): string {
  return value === undefined ? NONE : values.has(value) ? value : OTHER;
}
