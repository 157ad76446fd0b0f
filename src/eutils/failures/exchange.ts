import { z } from 'zod';

import type { Utility } from '../wire.js';

const UTILITIES = [
  'einfo',
  'esearch',
  'esummary',
  'efetch',
  'epost',
  'elink',
  'espell',
  'ecitmatch',
] as const satisfies readonly Utility[];

/**
 * What a folder of recorded exchanges holds of each: `NAME.json` with a request and the head of its answer, and beside it
 * `NAME.body`, the text of the answer as it came. Exchanges come in the order of their names. A file looks so:
 *
 * ```json
 * {
 *   "utility": "elink",
 *   "params": { "dbfrom": "gene", "db": "pubmed", "retmode": "json", "id": ["7157", "672"] },
 *   "status": 200,
 *   "headers": { "content-type": "application/json; charset=UTF-8" }
 * }
 * ```
 *
 * - `params` has no `tool`, `email` and `api_key`; a parameter that was sent several times is a list of its values.
 * - `headers` has names in lower case, and no cookies or session ids.
 */
const exchangeSchema = z.strictObject({
  utility: z.enum(UTILITIES),
  params: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  status: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
});

/** A request and the head of its answer, as a file of a recording has them. */
export type ExchangeHead = Readonly<z.infer<typeof exchangeSchema>>;

/** A recorded request with its answer. */
export interface Exchange extends ExchangeHead {
  readonly body: string;
}

/** The endings of the two files of an exchange. */
export const EXCHANGE_FILES = { head: '.json', body: '.body' } as const;

/** The text of an exchange's `NAME.json`, one parameter in a line. */
export function formatExchangeHead({ utility, params, status, headers }: ExchangeHead): string {
  return `${JSON.stringify({ utility, params, status, headers }, undefined, 2)}\n`;
}

/**
 * Reads the text of an exchange's `NAME.json`.
 *
 * @throws Error that says what is wrong with it, in one line.
 */
export function parseExchangeHead(text: string): ExchangeHead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
  const { success, data, error } = exchangeSchema.safeParse(value);
  if (!success) {
    throw new Error(z.prettifyError(error).replaceAll(/\s+/g, ' '));
  }
  return data;
}
