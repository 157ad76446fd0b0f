import type { Sliced } from '../../eutils/body/slices.js';

const POINTER = 8;
const OBJECT = 24;

/** Objects and lists that are weighed between two pauses: a few milliseconds of work. */
const CONTAINERS = 10_000;

/** What has been weighed with pauses. */
const known = new WeakMap<object, number>();

/** Memory a decoded JSON value takes, in bytes; near enough to bound a cache by it. */
export function approximateBytes(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return 16 + value.length;
    case 'object':
      return value === null ? POINTER : (known.get(value) ?? ofObject(value));
    default:
      return POINTER;
  }
}

function ofObject(value: object): number {
  return Object.values(value).reduce<number>((sum, member) => sum + POINTER + approximateBytes(member), OBJECT);
}

/** Weighs values with pauses, so that {@link approximateBytes} knows them. */
export function* weighInSlices(values: Iterable<object>): Sliced<void> {
  let weighed = 0;
  for (const value of values) {
    let bytes = 0;
    const open: object[] = [value];
    for (let container = open.pop(); container; container = open.pop()) {
      bytes += OBJECT;
      for (const member of Object.values(container) as unknown[]) {
        const isContainer = typeof member === 'object' && member !== null;
        bytes += POINTER + (isContainer ? 0 : approximateBytes(member));
        if (isContainer) {
          open.push(member);
        }
      }
      weighed += 1;
      if (weighed % CONTAINERS === 0) {
        yield;
      }
    }
    known.set(value, bytes);
  }
}
