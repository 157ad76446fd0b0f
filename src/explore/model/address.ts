import { EMPTY, type Expansion, type Exploration, type Position } from './exploration.js';

/**
 * An exploration as the fragment of an address, without `#`. Members that say nothing are left out. Ids of records are
 * base64url and link names are words, so that dots and commas can part them.
 */
export function writeAddress({ roots, expansions, removed, pins, filter, selected, route }: Exploration): string {
  const members: readonly (readonly [name: string, value: string])[] = [
    ['show', roots.join(',')],
    ['links', expansions.map(({ source, link, count }) => `${source}.${link}.${count}`).join(',')],
    ['without', removed.join(',')],
    ['pins', [...pins].map(([id, [x, y]]) => `${id}.${x}.${y}`).join(',')],
    ['organism', filter.organism],
    ['years', filter.from === '' && filter.to === '' ? '' : `${filter.from}-${filter.to}`],
    ['score', filter.minScore === undefined ? '' : String(filter.minScore)],
    ['route', (route ?? []).join(',')],
    ['at', selected ?? ''],
  ];
  return members
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
}

const ID = /^[\w-]{1,64}$/;

/** The exploration of an address; parts that cannot be read are left out. */
export function readAddress(fragment: string): Exploration {
  const members = new URLSearchParams(fragment.replace(/^#/, ''));
  const list = (name: string): readonly string[] => (members.get(name) ?? '').split(',').filter((part) => part !== '');
  const ids = (name: string): readonly string[] => [...new Set(list(name).filter((id) => ID.test(id)))];
  const [, from = '', to = ''] = /^(\d{0,4})-(\d{0,4})$/.exec(members.get('years') ?? '') ?? [];
  const score = Number.parseFloat(members.get('score') ?? '');
  const [start, end] = ids('route');
  return {
    ...EMPTY,
    roots: ids('show'),
    expansions: list('links').flatMap(readExpansion),
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
  };
}

/** Links that one operation may ask for; NCBI's gateway refuses longer pages. */
const LONGEST_PAGE = 1000;

function readExpansion(text: string): Expansion[] {
  const [source = '', link = '', count = ''] = text.split('.');
  const wanted = Math.min(Number(count), LONGEST_PAGE);
  return ID.test(source) && /^\w{1,80}$/.test(link) && wanted > 0 && Number.isInteger(wanted)
    ? [{ source, link, count: wanted }]
    : [];
}

function readPin(text: string): [string, Position][] {
  const [id = '', x = '', y = ''] = text.split('.');
  return ID.test(id) && /^-?\d{1,6}$/.test(x) && /^-?\d{1,6}$/.test(y) ? [[id, [Number(x), Number(y)]]] : [];
}
