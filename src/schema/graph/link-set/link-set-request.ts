import { createHash } from 'node:crypto';

import type { Catalog } from '../../../catalog/catalog.js';
import { EntrezError } from '../../../eutils/failures/errors.js';
import type { LinkFilter } from '../../../eutils/links/link-filter.js';
import type { LinkQuestion } from '../../../loading/definitions/links.js';
import type { SetOperation } from '../../../loading/graph/combine-lists.js';
import { badInput, checkListLength } from '../../core/arguments.js';
import { checkPageSize, type PageArgs } from '../../core/paging.js';
import {
  type AnyLink,
  checkMinScore,
  type LinkFilterInput,
  type LinkOrder,
  LITERATURE,
  parseLinkFilter,
} from '../../links/link-arguments.js';
import { keyOfName } from '../../lookup/record-name.js';
import { MAX_RECORDS } from '../../records/list-roots.js';
import { readSources, type Sources, type SourcesArgs } from '../source-lists.js';

/** Lists that one operation combines. */
export const MAX_SETS = 20;
/** Characters of a label: it may be repeated at each record. */
const MAX_LABEL = 64;

/** A list as callers write it. */
export interface LinkSetInput extends SourcesArgs {
  readonly label: string;
  readonly filter?: LinkFilterInput | null | undefined;
  readonly minScore?: number | null | undefined;
}

export interface LinkSetArgs extends PageArgs {
  readonly lists: readonly LinkSetInput[];
  readonly operation: SetOperation;
  readonly orderBy?: LinkOrder | null | undefined;
}

/** The links of some sources together, under a label. */
export interface NamedList {
  readonly label: string;
  readonly sources: Sources;
  readonly question: LinkQuestion;
  readonly filter: LinkFilter | undefined;
  readonly minScore: number | null | undefined;
}

/** What `linkSet` combines, and how. */
export interface LinkSetRequest {
  readonly lists: readonly NamedList[];
  readonly operation: SetOperation;
  /** Link name of the first list; all lead to one database. */
  readonly link: AnyLink;
  /** Stands for the set in cursors. */
  readonly owner: string;
  readonly args: PageArgs & { readonly orderBy: LinkOrder | null | undefined };
}

/** @throws EntrezError `BAD_USER_INPUT` naming the argument, and of a list its place. */
export function readLinkSet({ lists, operation, orderBy, ...page }: LinkSetArgs, catalog: Catalog): LinkSetRequest {
  checkListLength(lists, MAX_SETS, 'lists');
  checkPageSize(page);
  const sources = lists.reduce((sum, { of }) => sum + of.length, 0);
  if (sources > MAX_RECORDS) {
    const fact = `Argument "lists" has ${sources} sources in all`;
    throw new EntrezError('BAD_USER_INPUT', `${fact}. Use at most ${MAX_RECORDS}.`);
  }
  const labels = new Set<string>();
  let link: AnyLink | undefined;
  const read = lists.map((list, index) => {
    const within = `lists[${index}].`;
    checkLabel(list.label, labels, `${within}label`);
    const named = readList(list, catalog, within);
    link ??= named.question.link;
    const { name, to } = named.question.link;
    if (to !== link.to) {
      const why = `, which leads to ${to}, but lists[0] leads to ${link.to}`;
      throw badInput(`${within}name`, name, 'Use link names that lead to one database.', why);
    }
    return named;
  });
  const [first] = read;
  if (!first) {
    throw new Error('An empty list has been refused.');
  }
  checkOrder(orderBy, first.question.link.to);
  const owner = createHash('sha256')
    .update(JSON.stringify(read.map(keyOf)))
    .digest('base64url')
    .slice(0, 16);
  return {
    lists: read,
    operation,
    link: first.question.link,
    owner: `set ${operation} ${owner}`,
    args: { ...page, orderBy },
  };
}

function readList(
  { label, of, name, to, filter, minScore }: LinkSetInput,
  catalog: Catalog,
  within: string,
): NamedList {
  const sources = readSources({ of, name, to }, catalog, within);
  const { link } = sources;
  checkMinScore(link, minScore, within);
  return {
    label,
    sources,
    question: { link, scored: minScore != null, scoresMayLack: false },
    filter: parseLinkFilter(filter, link.to, `${within}filter`),
    minScore,
  };
}

function checkLabel(label: string, taken: Set<string>, argument: string): void {
  if (label.trim() === '' || label.length > MAX_LABEL) {
    throw badInput(argument, label, `Use a label of 1 to ${MAX_LABEL} characters.`);
  }
  if (taken.has(label)) {
    throw badInput(argument, label, 'Give each list a label of its own.', ', and a list before it has that label');
  }
  taken.add(label);
}

function checkOrder(order: LinkOrder | null | undefined, to: string): void {
  const isLiterature = LITERATURE.has(to);
  if (order === 'SCORE' || (order === 'DATE' && !isLiterature)) {
    const why = order === 'SCORE' ? 'combined lists have no scores' : `${to} is not literature`;
    throw badInput('orderBy', order, `Use ${isLiterature ? 'DATE or UID' : 'UID'}, or leave it out.`, `, but ${why}`);
  }
}

function keyOf({ sources: { link, names }, filter, minScore }: NamedList): unknown[] {
  const uids = names.map(({ name }) => keyOfName(name)).toSorted();
  return [link.from, link.name, uids, filter, minScore];
}
