import { MAX_PAGE } from '../gateway/server-settings.js';
import { isSearchable } from '../search/query-input.js';
import type { Catalog, Order } from './catalog.js';
import {
  EMPTY,
  MOST_PICKED,
  type Expansion,
  type Exploration,
  type PickedLink,
  type Position,
  type TableList,
} from './exploration.js';
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

/** The exploration of an address. Parts that cannot be read are left out. */
export function readAddress(fragment: string, catalog: Catalog): Exploration {
  const members = new URLSearchParams(fragment.replace(/^#/, ''));
  const list = (name: string): readonly string[] => (members.get(name) ?? '').split(',').filter((part) => part !== '');
  const ids = (name: string): readonly string[] => [...new Set(list(name).flatMap((text) => idFromText(text) ?? []))];
  const [, from = '', to = ''] = /^(\d{0,4})-(\d{0,4})$/.exec(members.get('years') ?? '') ?? [];
  const score = Number.parseFloat(members.get('score') ?? '');
  const [start, end] = ids('route');
  return {
    ...EMPTY,
    roots: ids('show'),
    expansions: list('links').flatMap((text) => readExpansion(text, catalog)),
    picked: list('picked')
      .flatMap((text) => readPicked(text, catalog))
      .slice(0, MOST_PICKED),
    removed: ids('without'),
    pins: new Map(list('pins').flatMap(readPin)),
    filter: {
      organism: members.get('organism') ?? '',
      from,
      to,
      minScore: Number.isFinite(score) ? score : undefined,
    },
    selected: ids('at')[0],
    route: start === undefined ? undefined : end === undefined ? [start] : [start, end],
    table: readTable(members.get('table') ?? '', catalog),
  };
}

function linkText({ source, link }: Pick<Expansion, 'source' | 'link'>, catalog: Catalog): string {
  const db = partsOfId(source)?.db;
  const { field } = catalog.link(link) ?? {};
  const isTheSame = db !== undefined && field !== undefined && catalog.linkOfField(db, field) === link;
  return `${nameOfId(source)}.${isTheSame ? field : link}`;
}

/** Link names hold an underscore, fields of the schema do not. */
function readLink(source: string, text: string, catalog: Catalog): string | undefined {
  if (!/^\w{1,80}$/.test(text)) {
    return undefined;
  }
  const db = partsOfId(source)?.db;
  return text.includes('_') || db === undefined ? text : catalog.linkOfField(db, text);
}

function readExpansion(text: string, catalog: Catalog): Expansion[] {
  const [name = '', field = '', count = ''] = text.split('.');
  const source = idFromText(name);
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
  const source = idFromText(name);
  const link = source === undefined ? undefined : readLink(source, field, catalog);
  if (source === undefined || link === undefined) {
    return [];
  }
  return targets.flatMap((each) => {
    const target = /^\d{1,20}$/.test(each) ? recordId(catalog.targetOf(link), each) : idFromText(each);
    return target === undefined ? [] : [{ source, link, target }];
  });
}

function readPin(text: string): [string, Position][] {
  const [name = '', x = '', y = ''] = text.split('.');
  const id = idFromText(name);
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
    return /^[a-z]{2,20}$/.test(field) ? { kind: 'drawn', db: field } : undefined;
  }
  if (name === 'search') {
    const words = [order, ...rest].join('.');
    return isSearchable(field) && words !== '' ? { kind: 'search', db: field, text: words } : undefined;
  }
  const source = idFromText(name);
  const link = source === undefined ? undefined : readLink(source, field, catalog);
  return source === undefined || link === undefined
    ? undefined
    : { kind: 'links', source, link, order: ORDERS.find((each) => each.toLowerCase() === order) };
}
