import { DATE_TYPES, type DateType } from '../../catalog/date-types.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkFilter } from '../../eutils/links/link-filter.js';
import {
  type AnyLink,
  checkLinkArgs,
  type LinkArgs,
  type LinkFilterInput,
  type LinkOrder,
  linkOrders,
  parseLinkFilter,
} from '../../schema/links/link-arguments.js';
import { anyObject, optional, readArguments, text, wholeNumber } from './arguments.js';
import { wrong } from './wrong.js';

const MAX_TERM = 2000;

const date = text({ max: 20 });

const MEMBERS = {
  term: optional(text({ max: MAX_TERM })),
  organism: optional(text()),
  minDate: optional(date),
  maxDate: optional(date),
  publishedBetween: optional({
    ...anyObject(),
    read: (value: unknown, name: string) => {
      const span = anyObject().read(value, name);
      return within(name, () => readArguments({ from: date, to: date }, span));
    },
  }),
  dateType: optional({
    schema: {},
    isRequired: true,
    read: (value: unknown, name: string): DateType => {
      const type = typeof value === 'string' ? value.toUpperCase() : '';
      if (!Object.hasOwn(DATE_TYPES, type)) {
        throw wrong(name, value, 'Use the name of a date, such as PDAT or MDAT.');
      }
      return type as DateType;
    },
  }),
  relDate: optional(wholeNumber(1, 100_000)),
  minScore: optional({
    schema: {},
    isRequired: true,
    read: (value: unknown, name: string): number => {
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        throw wrong(name, value, 'Use a number.');
      }
      return value;
    },
  }),
  orderBy: optional(text({ max: 20 })),
};

/** Which links are wanted, and in which order. */
export interface WantedLinks {
  readonly filter: LinkFilter | undefined;
  readonly args: Pick<LinkArgs, 'minScore' | 'orderBy'>;
}

/**
 * Reads a filter on the links of a link name.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the member.
 */
export function readLinkFilter(given: Readonly<Record<string, unknown>> | undefined, link: AnyLink): WantedLinks {
  const { minScore, orderBy, ...input } = within('filter', () => readArguments(MEMBERS, given ?? {}));
  const order = orderBy?.toUpperCase() as LinkOrder | undefined;
  const orders = linkOrders(link);
  if (order !== undefined && !orders.includes(order)) {
    throw wrong('filter.orderBy', orderBy, `Use ${orders.join(' or ')}, or leave it out.`);
  }
  const args = { minScore, orderBy: order };
  within('filter', () => {
    checkLinkArgs(link, args);
  });
  return { filter: parseLinkFilter(input satisfies LinkFilterInput, link.to), args };
}

/** Runs a check of members, whose errors then name them as a part of an argument. */
function within<T>(argument: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof EntrezError) {
      const message = error.message.replace(/^Argument "/, `Argument "${argument}.`);
      throw new EntrezError(error.code, message.replace(/^Unknown argument "/, `Unknown argument "${argument}.`));
    }
    throw error;
  }
}
