import { LRUCache } from 'lru-cache';

/** A media range of a header `Accept` (RFC 9110, section 12.5.1). */
export interface MediaRange {
  readonly type: string;
  /** From 0, which refuses the type, to 1. */
  readonly weight: number;
  /** Of those that are no weight, with names in small letters. */
  readonly parameters: ReadonlyMap<string, string>;
}

export const JSON_TYPES: readonly string[] = ['application/graphql-response+json', 'application/json'];

/** Items of a list and their parts, whose quoted strings may have what separates them. */
const ITEM = /(?:[^,"]|"[^"]*")+/g;
const PART = /(?:[^;"]|"[^"]*")+/g;
/** Also `.2`, which Java's own client sends. */
const WEIGHT = /^(?:[01]?\.\d*|[01])$/;

/** The media ranges of a header `Accept` in UTF-8, in its order; those that are not valid are left out. */
export function mediaRanges(header: string | null): readonly MediaRange[] {
  return (header?.match(ITEM) ?? []).flatMap(readRange);
}

/** The weight that ranges give a media type: by its name, else by the nearest wildcard; undefined where none includes it. */
export function weightOf(type: string, ranges: readonly MediaRange[]): number | undefined {
  const [main = ''] = type.split('/');
  for (const name of [type, `${main}/*`, '*/*']) {
    const weights = ranges.filter((range) => range.type === name).map(({ weight }) => weight);
    if (weights.length > 0) {
      return Math.max(...weights);
    }
  }
  return undefined;
}

function readRange(written: string): readonly MediaRange[] {
  const [type = '', ...rest] = (written.match(PART) ?? []).map((part) => part.trim());
  const parameters = new Map(
    rest.map((each) => {
      const [name = '', value = ''] = each.split(/=(.*)/s);
      return [name.toLowerCase(), value.replaceAll('"', '')] as const;
    }),
  );
  const weight = parameters.get('q') ?? '1';
  parameters.delete('q');
  const isUtf8 = ['utf-8', 'utf8'].includes(parameters.get('charset')?.toLowerCase() ?? 'utf-8');
  return isUtf8 && WEIGHT.test(weight) && Number(weight) <= 1
    ? [{ type: type === '*' ? '*/*' : type.toLowerCase(), weight: Number(weight), parameters }]
    : [];
}

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

/** Whether a body is JSON, not lines of JSON. */
export function isJson(headers: Headers): boolean {
  return /^application\/(?:graphql-response\+)?json\b/.test(headers.get('content-type') ?? '');
}
