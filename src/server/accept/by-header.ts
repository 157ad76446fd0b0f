import { LRUCache } from 'lru-cache';

const MAX_HEADERS = 100;
/** Longer headers are read each time, so that what is remembered stays small. */
const MAX_LENGTH = 1000;

/** Remembers what a header says: most clients send the same, and each request is looked at by several plugins. */
export function byHeader<T>(read: (header: string | null) => T): (header: string | null) => T {
  const known = new LRUCache<string, { readonly said: T }>({ max: MAX_HEADERS });
  return (header) => {
    if (header === null || header.length > MAX_LENGTH) {
      return read(header);
    }
    const remembered = known.get(header);
    if (remembered) {
      return remembered.said;
    }
    const said = read(header);
    known.set(header, { said });
    return said;
  };
}
