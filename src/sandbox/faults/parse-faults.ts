import { closest, distance } from 'fastest-levenshtein';

import { type Catalog, loadCatalog } from '../../catalog/catalog.js';
import { FAULT_NAMES, type FaultName, FAULTS, isFaultName } from './faults.js';
import { parsePlace, type Place, utilitiesOf } from './place.js';

/** A fault with the requests it happens to. */
export interface FaultRule {
  /** As it was written: `cut-off:0.03:elink`. */
  readonly text: string;
  readonly name: FaultName;
  /** The share of the requests it can happen to, from 0 to 1. Default 1. */
  readonly rate?: number;
  /** How often it happens in all. Default without end. */
  readonly count?: number;
  /** A request must be at all of them. */
  readonly places: readonly Place[];
}

/**
 * Reads rules with commas between them, each a name and, behind colons in any order, what limits it: a rate (`0.05`,
 * `5%`), a count (`x3`) and places (`elink`, `score`, `gene`, `gene_pubmed`, `gene/7157`). For example
 * `in-body-error:5%,timeout:0.02,cut-off:x3:gene_pubmed,poison:gene/7157,dead:score`.
 *
 * @throws RangeError that says in one line what is wrong.
 */
export function parseFaults(text: string, catalog: Catalog = loadCatalog()): readonly FaultRule[] {
  return text.split(',').map((rule) => parseRule(rule.trim(), catalog));
}

function parseRule(text: string, catalog: Catalog): FaultRule {
  const [name = '', ...limits] = text.split(':');
  if (!isFaultName(name)) {
    const nearest = closest(name, [...FAULT_NAMES]);
    const advice = distance(name, nearest) <= 2 ? `Did you mean "${nearest}"?` : 'Run "sandbox --help" for the list.';
    throw new RangeError(`Unknown fault "${name}". ${advice}`);
  }
  let rule: FaultRule = { text, name, places: [] };
  for (const limit of limits) {
    const read = parseLimit(limit, catalog);
    if (read === undefined) {
      throw new RangeError(
        `"${limit}" in "${text}" is neither a rate such as 0.05 or 5%, nor a count such as x3, nor a place such as elink, score, gene, gene_pubmed or gene/7157.`,
      );
    }
    if (('rate' in read && rule.rate !== undefined) || ('count' in read && rule.count !== undefined)) {
      throw new RangeError(`"${text}" says twice how often.`);
    }
    rule = 'place' in read ? { ...rule, places: [...rule.places, read.place] } : { ...rule, ...read };
  }
  rejectImpossible(rule);
  return rule;
}

type Limit = { readonly rate: number } | { readonly count: number } | { readonly place: Place };

function parseLimit(text: string, catalog: Catalog): Limit | undefined {
  const [, number, percent] = /^(\d*\.?\d+)(%)?$/.exec(text) ?? [];
  if (number !== undefined) {
    const rate = Number(number) / (percent === undefined ? 1 : 100);
    return rate <= 1 ? { rate } : undefined;
  }
  const [, count] = /^x([1-9]\d{0,8})$/.exec(text) ?? [];
  if (count !== undefined) {
    return { count: Number(count) };
  }
  const place = parsePlace(text, catalog);
  return place && { place };
}

/** A rule that no request can meet is a mistake, too. */
function rejectImpossible({ text, name, places }: FaultRule): void {
  const { utilities } = FAULTS[name];
  if (name === 'poison' && !places.some(({ kind }) => kind === 'record')) {
    throw new RangeError(`"${text}" does not say which record, as "poison:gene/7157" does.`);
  }
  const elsewhere = places.find((place) => utilitiesOf(place)?.every((each) => utilities?.includes(each) === false));
  if (utilities !== undefined && elsewhere !== undefined) {
    throw new RangeError(`"${text}" cannot happen: ${name} is a fault of ${utilities.join(', ')} only.`);
  }
}
