import type { Shape } from '../../../rows/shape.js';
import { connectionsIn } from './connections.js';

/** Counts the lists that are longer than their pages. */
export class CutLists {
  readonly #shape: readonly Shape[];
  readonly #counts = new Map<string, number>();

  constructor(shape: readonly Shape[]) {
    this.#shape = shape;
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.#counts.size > 0;
  }

  /** Whether one is cut at a page whose length the operation leaves open. */
  get anyUnsized(): boolean {
    return [...connectionsIn(this.#shape)].some(({ path, isSized }) => !isSized && this.#counts.has(path.join('.')));
  }

  /** Adds the lists of an answer. */
  add(data: unknown): void {
    for (const { path, isLast } of connectionsIn(this.#shape)) {
      const cut = countAt(data, path, isLast ? 'hasPreviousPage' : 'hasNextPage');
      if (cut > 0) {
        const name = path.join('.');
        this.#counts.set(name, (this.#counts.get(name) ?? 0) + cut);
      }
    }
  }

  /** What there is to say of them; empty without cut lists. */
  get lines(): readonly string[] {
    if (!this.any) {
      return [];
    }
    const all = [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
    const each = [...this.#counts].map(([path, count]) => `${path} (${count.toLocaleString('en')})`).join(', ');
    const lists = all === 1 ? '1 list is' : `${all.toLocaleString('en')} lists are`;
    return [`${lists} cut at the end of a page: ${each}. Request more with "first".`];
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
