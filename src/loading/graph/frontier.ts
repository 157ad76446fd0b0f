import type { EntrezError, ErrorCode } from '../../eutils/failures/errors.js';
import type { Way } from './steps.js';

/** Why something was not looked at. */
export type SkipReason = 'BUDGET' | 'TIME' | 'HUB' | 'FAILED' | 'ENOUGH' | 'ONE_WAY';

/** What a search did not look at. */
export interface Skipped {
  readonly reason: SkipReason;
  /** Where it would have gone on. */
  readonly linkName: string;
  /** Records whose links were not loaded, as far as it is known. */
  readonly records: number;
  /** Ways that were not followed to their end. */
  readonly ways: number;
  readonly code?: ErrorCode;
  readonly message?: string;
}

/** Where a search stopped. */
export class Frontier {
  readonly #skipped = new Map<string, Skipped>();

  /** What was left out; empty where everything was looked at. */
  get skipped(): readonly Skipped[] {
    return [...this.#skipped.values()];
  }

  /** Notes ways that are not followed further. */
  skip(reason: SkipReason, ways: readonly Way[], at?: { readonly link: string; readonly records: number }): void {
    for (const way of ways) {
      const linkName = at?.link ?? way[0]?.forth?.name ?? way[0]?.back?.name ?? '';
      const key = `${reason} ${linkName}`;
      const known = this.#skipped.get(key) ?? { reason, linkName, records: 0, ways: 0 };
      this.#skipped.set(key, {
        ...known,
        records: Math.max(known.records, at?.records ?? 1),
        ways: known.ways + 1,
      });
    }
  }

  /** Notes records whose links are not loaded, and that lie on no way. */
  leave(reason: SkipReason, linkName: string, records: number): void {
    const key = `${reason} ${linkName}`;
    const known = this.#skipped.get(key) ?? { reason, linkName, records: 0, ways: 0 };
    this.#skipped.set(key, { ...known, records: known.records + records });
  }

  /** Notes a record whose links failed. */
  fail(linkName: string, { code, message }: EntrezError): void {
    const key = `FAILED ${linkName} ${code}`;
    const known = this.#skipped.get(key) ?? { reason: 'FAILED', linkName, records: 0, ways: 0, code, message };
    this.#skipped.set(key, { ...known, records: known.records + 1 });
  }
}
