const POINTER = 8;
const OBJECT = 24;

/** Memory a decoded JSON value takes, in bytes; near enough to bound a cache by it. */
export function approximateBytes(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return 16 + value.length;
    case 'object':
      return value === null ? POINTER : ofObject(value);
    default:
      return POINTER;
  }
}

function ofObject(value: object): number {
  return Object.values(value).reduce<number>((sum, member) => sum + POINTER + approximateBytes(member), OBJECT);
}
