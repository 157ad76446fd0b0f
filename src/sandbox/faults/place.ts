import type { Catalog } from '../../catalog/catalog.js';
import type { Utility } from '../../eutils/wire.js';
import { isUtility } from '../utilities.js';
import { databaseOf } from './asked.js';
import type { FaultRequest } from './fault.js';

/**
 * Which requests a fault is meant for.
 *
 * - `utility`: one program.
 * - `back-end`: what answers for a program; ELink has one for links and one for similarity scores.
 * - `db`: records of this database, of ELink those whose links are asked.
 * - `link-name`: this link name, or all names of its two databases at once.
 * - `record`: this record, perhaps among others.
 */
export type Place =
  | { readonly kind: 'utility'; readonly utility: Utility }
  | { readonly kind: 'back-end'; readonly name: Backend }
  | { readonly kind: 'db'; readonly db: string }
  | { readonly kind: 'link-name'; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: 'record'; readonly db: string; readonly uid: string };

const BACKENDS = {
  link: ['elink'],
  score: ['elink'],
  search: ['esearch', 'espell'],
  summary: ['esummary'],
  fetch: ['efetch'],
  citation: ['ecitmatch'],
} as const satisfies Readonly<Record<string, readonly Utility[]>>;

type Backend = keyof typeof BACKENDS;

/** Reads a place such as `elink`, `score`, `gene`, `gene_pubmed` or `gene/7157`; `undefined` when there is no such place. */
export function parsePlace(text: string, catalog: Catalog): Place | undefined {
  if (isBackEnd(text)) {
    return { kind: 'back-end', name: text };
  }
  if (isUtility(text)) {
    return { kind: 'utility', utility: text };
  }
  const link = catalog.link(text);
  if (link !== undefined) {
    return { kind: 'link-name', name: link.name, from: link.from, to: link.to };
  }
  const [, named = '', uid] = /^([a-z]+)(?:\/(\d+))?$/.exec(text) ?? [];
  const db = catalog.database(named)?.name;
  if (db === undefined) {
    return undefined;
  }
  return uid === undefined ? { kind: 'db', db } : { kind: 'record', db, uid };
}

/** The programs a place can be about; `undefined` for all of them. */
export function utilitiesOf(place: Place): readonly Utility[] | undefined {
  switch (place.kind) {
    case 'utility':
      return [place.utility];
    case 'back-end':
      return BACKENDS[place.name];
    case 'link-name':
      return ['elink'];
    default:
      return undefined;
  }
}

/** Whether a request is at this place. */
export function isAt(place: Place, { utility, params }: FaultRequest, catalog: Catalog): boolean {
  const db = databaseOf(utility, params);
  const source = catalog.database(db)?.name ?? db;
  switch (place.kind) {
    case 'utility':
      return utility === place.utility;
    case 'back-end':
      return utility === 'elink'
        ? place.name === (params.get('cmd') === 'neighbor_score' ? 'score' : 'link')
        : (BACKENDS[place.name] as readonly Utility[]).includes(utility);
    case 'db':
      return source === place.db;
    case 'record':
      return source === place.db && params.ids.includes(place.uid);
    case 'link-name': {
      const names = params.get('linkname')?.split(',');
      return (
        utility === 'elink' &&
        (names?.includes(place.name) ??
          (source === place.from && params.get('db')?.split(',').includes(place.to) === true))
      );
    }
    default:
      throw new Error(`unknown place ${JSON.stringify(place satisfies never)}`);
  }
}

function isBackEnd(name: string): name is Backend {
  return Object.hasOwn(BACKENDS, name);
}
