import { ApolloLink } from '@apollo/client';
import { useSyncExternalStore } from 'react';
import { tap } from 'rxjs';

/** What a response cost, as far as this page shows it. */
export interface Cost {
  readonly calls: { readonly total: number };
  readonly cacheHits: number;
  /** "sandbox" when the data are a sample, and not NCBI's. */
  readonly source?: string;
}

/** Why a record could not be loaded. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs: number;
}

interface Seen {
  readonly last: Cost | undefined;
  readonly calls: number;
  readonly failures: ReadonlyMap<string, Failure>;
}

/**
 * What responses say beside their data. Records that failed are remembered by uid: `path` of an error counts from the
 * start of its page, and a list of several pages counts from the start of the first.
 */
class Responses {
  #seen: Seen = { last: undefined, calls: 0, failures: new Map() };
  readonly #listeners = new Set<() => void>();

  readonly link = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap(({ extensions, ...result }) => {
        this.#add(extensions?.entrez as Cost | undefined, 'errors' in result ? (result.errors ?? []) : []);
      }),
    ),
  );

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): Seen => this.#seen;

  #add(cost: Cost | undefined, errors: readonly { message: string; extensions?: Record<string, unknown> }[]): void {
    const failures = new Map(this.#seen.failures);
    for (const { message, extensions = {} } of errors) {
      const { code = '', uids = [], retryAfterMs = 1000 } = extensions as Partial<Failure> & { uids?: string[] };
      for (const uid of uids) {
        failures.set(uid, { code, message, retryAfterMs });
      }
    }
    this.#seen = { last: cost ?? this.#seen.last, calls: this.#seen.calls + (cost?.calls.total ?? 0), failures };
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

export const responses = new Responses();

/** What the responses so far have said; renders again when there is another. */
export function useResponses(): Seen {
  return useSyncExternalStore(responses.subscribe, responses.read);
}
