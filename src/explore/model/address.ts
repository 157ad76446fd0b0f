import { MAX_PAGE } from '../gateway/server-settings.js';
import { isSearchable } from '../search/query-input.js';
import type { Catalog, Order } from './catalog.js';
import {
  MOST_PICKED,
  type Expansion,
  type Exploration,
  type PickedLink,
  type Position,
  type TableList,
} from './exploration.js';
import { isReversed } from './filter.js';
import { groupBy } from './group-by.js';
import { idFromText, nameOfId, partsOfId, recordId } from './record-id.js';

/**
 * An exploration as the fragment of an address, without `#`. Empty members are left out. Records stand as `gene:7157` and
 * links as `gene:7157.pubmed`, by the fields of the schema.
 */
export function writeAddress(exploration: Exploration, catalog: Catalog): string {
  const { roots, expansions, picked, removed, pins, filter, selected, route, table } = exploration;
  const members: readonly (readonly [name: string, value: string])[] = [
    ['show', roots.map(nameOfId).join(',')],
    ['links', expansions.map((each) => `${linkText(each, catalog)}.${each.count}`).join(',')],
    ['picked', pickedText(picked, catalog)],
    ['without', removed.map(nameOfId).join(',')],
    ['pins', [...pins].map(([id, [x, y]]) => `${nameOfId(id)}.${x}.${y}`).join(',')],
    ['organism', filter.organism],
    ['years', filter.from === '' && filter.to === '' ? '' : `${filter.from}-${filter.to}`],
    ['score', filter.minScore === undefined ? '' : String(filter.minScore)],
    ['route', (route ?? []).flatMap((id) => (id === undefined ? [] : [nameOfId(id)])).join(',')],
    ['table', table ? tableText(table, catalog) : ''],
    ['at', selected === undefined ? '' : nameOfId(selected)],
  ];
  return members
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`)
    .join('&');
}

/** What an address holds. */
export interface OpenedAddress {
  readonly exploration: Exploration;
  /** Parts that cannot be read, as they stand there. */
  readonly leftOut: readonly string[];
}

/** Reads an address, which somebody may have written by hand: what cannot be read is named, and the rest counts. */
export function readAddress(fragment: string, catalog: Catalog): OpenedAddress {
  const members = new URLSearchParams(fragment.replace(/^#/, ''));
  const leftOut = [...members]
    .filter(([name]) => !MEMBERS.has(name))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  const whole = <T>(name: string, read: (text: string) => T | undefined): T | undefined => {
    const text = members.get(name) ?? '';
    const value = text === '' ? undefined : read(text);
    if (text !== '' && value === undefined) {
      leftOut.push(`${name}=${text}`);
    }
    return value;
  };
  const list = <T>(name: string, most: number, read: (text: string) => readonly T[]): readonly T[] => {
    const texts = (members.get(name) ?? '').split(',').filter((part) => part !== '');
    if (texts.length > most) {
      leftOut.push(`${name}: ${texts.length - most} of ${texts.length}`);
    }
    return texts.slice(0, most).flatMap((text) => {
      const values = read(text);
      if (values.length === 0) {
        leftOut.push(`${name}=${text}`);
      }
      return values;
    });
  };
  const ids = (name: string, most: number): readonly string[] => [
    ...new Set(list(name, most, (text) => [readId(text, catalog)].filter((id) => id !== undefined))),
  ];
  const [from, to] = whole('years', readYears) ?? ['', ''];
  const [start, end] = ids('route', 2);
  const exploration = {
    roots: ids('show', MOST_ROOTS),
    expansions: list('links', MOST_EXPANSIONS, (text) => readExpansion(text, catalog)),
    picked: list('picked', MOST_PICKED, (text) => readPicked(text, catalog)).slice(0, MOST_PICKED),
    removed: ids('without', MOST_PLACED),
    pins: new Map(list('pins', MOST_PLACED, (text) => readPin(text, catalog))),
    filter: { organism: members.get('organism') ?? '', from, to, minScore: whole('score', readScore) },
    selected: whole('at', (text) => readId(text, catalog)),
    route: start === undefined ? undefined : end === undefined ? ([start] as const) : ([start, end] as const),
    table: whole('table', (text) => readTable(text, catalog)),
  };
  return { exploration, leftOut };
}

const MEMBERS: ReadonlySet<string> = new Set(
  ['show', 'links', 'picked', 'without', 'pins', 'organism', 'years', 'score', 'route', 'table', 'at'], // prettier-ignore
);
/** Records of an address that are loaded at once, links that are listed, and records that are put somewhere. */
const MOST_ROOTS = 500;
const MOST_EXPANSIONS = 200;
const MOST_PLACED = 2000;

function readYears(text: string): readonly [from: string, to: string] | undefined {
  const [, from = '', to = ''] = /^(\d{4})?-(\d{4})?$/.exec(text) ?? [];
  return (from === '' && to === '') || isReversed({ from, to }) ? undefined : [from, to];
}

function readScore(text: string): number | undefined {
  const score = Number(text);
  return text.trim() !== '' && Number.isFinite(score) ? score : undefined;
}

/** A record of a database that there is; of ids that do not tell their database only the gateway knows. */
function readId(text: string, catalog: Catalog): string | undefined {
  const id = idFromText(text);
  const parts = id === undefined ? undefined : partsOfId(id);
  return parts && catalog.typeOf(parts.db) === undefined ? undefined : id;
}

function linkText({ source, link }: Pick<Expansion, 'source' | 'link'>, catalog: Catalog): string {
  const db = partsOfId(source)?.db;
  const { field } = catalog.link(link) ?? {};
  const isTheSame = db !== undefined && field !== undefined && catalog.linkOfField(db, field) === link;
  return `${nameOfId(source)}.${isTheSame ? field : link}`;
}

/** Link names hold an underscore, fields of the schema do not. One that is not listed has to lead to a database. */
function readLink(source: string, text: string, catalog: Catalog): string | undefined {
  if (!/^\w{1,80}$/.test(text)) {
    return undefined;
  }
  const db = partsOfId(source)?.db;
  const link = text.includes('_') || db === undefined ? text : catalog.linkOfField(db, text);
  return link !== undefined && catalog.typeOf(catalog.targetOf(link)) !== undefined ? link : undefined;
}

function readExpansion(text: string, catalog: Catalog): Expansion[] {
  const [name = '', field = '', count = ''] = text.split('.');
  const source = readId(name, catalog);
  const link = source === undefined ? undefined : readLink(source, field, catalog);
  const wanted = Math.min(Number(count), MAX_PAGE);
  return source !== undefined && link !== undefined && wanted > 0 && Number.isInteger(wanted)
    ? [{ source, link, count: wanted }]
    : [];
}

/** Links of a record under a link name stand together: `gene:7157.pubmed.8242749.9168116`. */
function pickedText(picked: readonly PickedLink[], catalog: Catalog): string {
  const groups = groupBy(picked, ({ source, link }) => linkText({ source, link }, catalog));
  const targetText = ({ link, target }: PickedLink): string => {
    const parts = partsOfId(target);
    const isShort = parts?.db === catalog.targetOf(link) && /^\d+$/.test(parts.uid);
    return isShort ? parts.uid : nameOfId(target);
  };
  return [...groups].map(([text, links]) => [text, ...links.map(targetText)].join('.')).join(',');
}

function readPicked(text: string, catalog: Catalog): PickedLink[] {
  const [name = '', field = '', ...targets] = text.split('.');
  const source = readId(name, catalog);
  const link = source === undefined ? undefined : readLink(source, field, catalog);
  if (source === undefined || link === undefined) {
    return [];
  }
  return targets.flatMap((each) => {
    const target = /^\d{1,20}$/.test(each) ? recordId(catalog.targetOf(link), each) : readId(each, catalog);
    return target === undefined ? [] : [{ source, link, target }];
  });
}

function readPin(text: string, catalog: Catalog): [string, Position][] {
  const [name = '', x = '', y = ''] = text.split('.');
  const id = readId(name, catalog);
  return id !== undefined && /^-?\d{1,6}$/.test(x) && /^-?\d{1,6}$/.test(y) ? [[id, [Number(x), Number(y)]]] : [];
}

const ORDERS: readonly Order[] = ['SCORE', 'DATE', 'UID'];

function tableText(table: TableList, catalog: Catalog): string {
  switch (table.kind) {
    case 'drawn':
      return `drawn.${table.db}`;
    case 'search':
      return `search.${table.db}.${table.text}`;
    case 'links':
      return [linkText(table, catalog), ...(table.order ? [table.order.toLowerCase()] : [])].join('.');
  }
}

function readTable(text: string, catalog: Catalog): TableList | undefined {
  const [name = '', field = '', order = '', ...rest] = text.split('.');
  if (name === 'drawn') {
    return catalog.typeOf(field) !== undefined ? { kind: 'drawn', db: field } : undefined;
  }
  if (name === 'search') {
    const words = [order, ...rest].join('.');
    return isSearchable(field) && words !== '' ? { kind: 'search', db: field, text: words } : undefined;
  }
  const source = readId(name, catalog);
  const link = source === undefined ? undefined : readLink(source, field, catalog);
  return source === undefined || link === undefined
    ? undefined
    : { kind: 'links', source, link, order: ORDERS.find((each) => each.toLowerCase() === order) };
}
