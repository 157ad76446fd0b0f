import type { Text } from './body/text.js';

/** The E-utilities this project speaks to, each a program below the base URL. */
export type Utility = 'einfo' | 'esearch' | 'esummary' | 'efetch' | 'epost' | 'elink' | 'espell' | 'ecitmatch';

/** The file of a program below the base URL. */
export function programOf(utility: Utility): string {
  return utility === 'ecitmatch' ? 'ecitmatch.cgi' : `${utility}.fcgi`;
}

/** The form an answer is asked in. */
export type Retmode = 'json' | 'xml';

/** One request as it goes on the wire: ordered pairs, since `id` may be repeated and its order is part of the question. */
export interface EutilsRequest {
  readonly utility: Utility;
  readonly retmode: Retmode;
  /** All parameters but `tool`, `email` and `api_key`, which the client adds. `retmode` is among them. */
  readonly params: readonly (readonly [name: string, value: string])[];
  /** The ids it asks about, for the account of an operation's cost; 0 for searches. */
  readonly idCount: number;
}

/** An HTTP answer as text, before anything is believed about it. */
export interface EutilsResponse {
  readonly status: number;
  /** Lower-case header names. */
  readonly headers: Readonly<Record<string, string>>;
  /** In pieces where it is long. */
  readonly body: Text;
}
