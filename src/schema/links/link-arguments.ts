import type { ArgBuilder, InputRef } from '@pothos/core';

import type { LinkFilter } from '../../eutils/links/link-filter.js';
import type { LinkRef } from '../../loading/definitions/links.js';
import { badInput } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import { type buildDates, type DatesInput, parseDates } from '../core/date-arguments.js';
import { checkPageSize, DEFAULT_PAGE, MAX_PAGE, type PageArgs } from '../core/paging.js';
import { checkTerm, organismTerm, parseOrganism } from '../core/query-arguments.js';

type Types = Builder['$inferSchemaTypes'];

/** A link name as far as it is known: whether it is scored only where the catalog lists it. */
export type AnyLink = LinkRef & {
  readonly scored?: boolean | null;
  /** False for a link name that only the caller knows. */
  readonly isListed?: false;
};

export type LinkOrder = 'SCORE' | 'UID' | 'DATE';

/** What callers may write into `filter`. */
export interface LinkFilterInput extends DatesInput {
  readonly term?: string | null | undefined;
  readonly organism?: string | null | undefined;
}

/** The arguments of every link field. */
export interface LinkArgs extends PageArgs {
  readonly minScore?: number | null | undefined;
  readonly filter?: LinkFilterInput | null | undefined;
  readonly orderBy?: LinkOrder | null | undefined;
  /** Whether the selection counts the list by year, which orders all of it: no argument. */
  readonly countsYears?: boolean;
}

/** Databases whose records are not of an organism, or are not searched by it. */
const WITHOUT_ORGANISM = new Set([
  'books',
  'grasp',
  'gtr',
  'medgen',
  'mesh',
  'nlmcatalog',
  'omim',
  'orgtrack',
  'pcassay',
  'pccompound',
  'pcsubstance',
  'pmc',
  'pubmed',
  'taxonomy',
]);

/** Databases whose records ESearch finds by a date of publication (EInfo lists PDAT for them, or the manual does). */
const WITH_PUBLICATION_DATE = new Set(['books', 'gds', 'nuccore', 'pmc', 'protein', 'pubmed']);

/** What the links of a link name can be selected by. */
export type LinkCriterion = 'ORGANISM' | 'PUBLICATION_DATE' | 'SCORE';

/** The criteria that `filter` and `minScore` accept for a link name. */
export function linkCriteria({ to, scored }: AnyLink): LinkCriterion[] {
  return [
    ...(WITHOUT_ORGANISM.has(to) ? [] : ['ORGANISM' as const]),
    ...(WITH_PUBLICATION_DATE.has(to) ? ['PUBLICATION_DATE' as const] : []),
    ...(scored === true ? ['SCORE' as const] : []),
  ];
}

/** The orders that `orderBy` accepts for a link name. */
export function linkOrders({ to, scored }: AnyLink): LinkOrder[] {
  return [...(scored === true ? ['SCORE' as const] : []), ...(LITERATURE.has(to) ? ['DATE' as const] : []), 'UID'];
}

/** Databases whose records are literature, with a date of publication that NCBI can sort by. */
export const LITERATURE: ReadonlySet<string> = new Set(['pubmed', 'pmc']);

/** Builds the enum of the orders of links. */
export function buildLinkOrder(builder: Builder) {
  return builder.enumType('LinkOrder', {
    description: 'Order of links. Without one they come as NCBI ranks them.',
    values: {
      SCORE: { description: 'Highest similarity first; for scored link names.' },
      UID: { description: 'Highest uid first.' },
      DATE: {
        description:
          'Newest first; for links to literature. By the dates of the summaries of all links; a PubMed list of more than 1,500 links is sorted by NCBI, as far as the page reaches.',
      },
    } as const,
  });
}

/** Builds the input type of filters, and a function that declares the arguments of link fields. */
export function buildLinkArguments(
  builder: Builder,
  order: ReturnType<typeof buildLinkOrder>,
  dates: ReturnType<typeof buildDates>,
) {
  const filter: InputRef<LinkFilterInput> = builder.inputType('LinkFilter', {
    description: 'Which linked records are wanted. All that is given must hold.',
    fields: (t) => ({
      term: t.string({ description: 'Query that the records must match, in the search language of their database.' }),
      dateType: t.field(dates.dateType),
      minDate: t.field(dates.minDate),
      maxDate: t.field(dates.maxDate),
      relDate: t.field(dates.relDate),
      publishedBetween: t.field(dates.publishedBetween),
      organism: t.string({ description: 'Taxonomy id or name of an organism, such as 9606 or Homo sapiens.' }),
    }),
  });
  const linkArguments = (t: { readonly arg: ArgBuilder<Types> }, { scored }: { readonly scored: boolean }) => ({
    ...pageArguments(t),
    filter: t.arg({ type: filter, description: 'Which records are wanted.' }),
    orderBy: t.arg({ type: order, description: 'Order of the whole list.' }),
    ...(scored ? { minScore: t.arg.float({ description: 'Leaves out links with a lower score.' }) } : {}),
  });
  return { linkFilter: filter, linkArguments };
}

/** The arguments of a page of a list that may be paged from either end. */
export function pageArguments(t: { readonly arg: ArgBuilder<Types> }) {
  return {
    first: t.arg.int({
      description: `How many from the start, 0 to ${MAX_PAGE}. Default: ${DEFAULT_PAGE}.`,
    }),
    after: t.arg.string({ description: 'Cursor behind which the page starts.' }),
    last: t.arg.int({ description: `How many from the end, 0 to ${MAX_PAGE}.` }),
    before: t.arg.string({ description: 'Cursor before which the page ends.' }),
  };
}

/**
 * Refuses arguments that make no sense for a link name, before anything is asked.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument.
 */
export function checkLinkArgs(link: AnyLink, args: LinkArgs): void {
  checkPageSize(args);
  checkMinScore(link, args.minScore);
  const orders = linkOrders(link);
  if (args.orderBy != null && !orders.includes(args.orderBy)) {
    const why = args.orderBy === 'SCORE' ? `${link.name} is not scored` : `${link.to} is not literature`;
    throw badInput('orderBy', args.orderBy, `Use ${orders.join(' or ')}, or leave it out.`, `, but ${why}`);
  }
}

/**
 * @param within - Stands before the name of the argument, such as `lists[0].`.
 * @throws EntrezError `BAD_USER_INPUT` where the links have no scores.
 */
export function checkMinScore(link: AnyLink, minScore: number | null | undefined, within = ''): void {
  if (link.scored !== true && minScore != null) {
    throw badInput(`${within}minScore`, minScore, 'Leave it out.', `, but ${link.name} is not scored`);
  }
}

/**
 * The filter that callers ask for, as E-utilities take it; undefined for none.
 *
 * @param argument - What the caller wrote it into.
 * @throws EntrezError `BAD_USER_INPUT` naming the member.
 */
export function parseLinkFilter(
  input: LinkFilterInput | null | undefined,
  to: string,
  argument = 'filter',
): LinkFilter | undefined {
  if (input == null) {
    return undefined;
  }
  const { organism, term } = input;
  const dates = parseDates(input, to, `${argument}.`);
  const terms = [
    ...(term == null ? [] : [checkTerm(term, `${argument}.term`)]),
    ...(organism == null ? [] : [organismFilter(organism, to, `${argument}.organism`)]),
  ];
  const joined = terms.length > 1 ? terms.map((part) => `(${part})`).join(' AND ') : terms[0];
  const filter = { ...dates, ...(joined === undefined ? {} : { term: joined }) };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

/** The organism of a record, where its database knows one. */
function organismFilter(organism: string, to: string, argument: string): string {
  if (WITHOUT_ORGANISM.has(to)) {
    throw badInput(argument, organism, 'Leave it out.', `, but ${to} cannot be searched by organism`);
  }
  return organismTerm(parseOrganism(organism, argument));
}
