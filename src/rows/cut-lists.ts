import type { Shape } from './shape.js';
import { connectionsIn } from './connections.js';

/** Counts the lists that are longer than their pages. */
export class CutLists {
  readonly #shape: readonly Shape[];
  readonly #counts: Map<string, number>;

  /** @param counts - Of an earlier run that this one continues. */
  constructor(shape: readonly Shape[], counts: Readonly<Record<string, number>> = {}) {
    this.#shape = shape;
    this.#counts = new Map(Object.entries(counts));
  }

  /** By path. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.#counts.size > 0;
  }

  /** Whether one is cut at a page whose length the operation leaves open. */
  get anyUnsized(): boolean {
    return [...connectionsIn(this.#shape)].some(({ path, isSized }) => !isSized && this.#counts.has(path.join('.')));
  }

  /**
   * Adds the lists of an answer.
   *
   * @param paged - Paths of those that will be paged to the end.
   */
  add(data: unknown, paged: ReadonlySet<string> = new Set()): void {
    for (const { path, isLast } of connectionsIn(this.#shape)) {
      const cut = paged.has(path.join('.')) ? 0 : countAt(data, path, isLast ? 'hasPreviousPage' : 'hasNextPage');
      if (cut > 0) {
        const name = path.join('.');
        this.#counts.set(name, (this.#counts.get(name) ?? 0) + cut);
      }
    }
  }
}

function countAt(
  value: unknown,
  [name, ...rest]: readonly string[],
  member: 'hasNextPage' | 'hasPreviousPage',
): number {
  if (Array.isArray(value)) {
    return value.reduce<number>(
      (sum, item) => sum + countAt(item, name === undefined ? [] : [name, ...rest], member),
      0,
    );
  }
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  const members = value as Readonly<Record<string, unknown>>;
  if (name !== undefined) {
    return countAt(members[name], rest, member);
  }
  const info = members.pageInfo as Readonly<Record<string, unknown>> | null | undefined;
  return info?.[member] === true ? 1 : 0;
}
