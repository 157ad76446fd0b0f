import type { IncomingMessage } from 'node:http';

import type { Utility } from '../../eutils/wire.js';
import { isUtility, MISSING_UTILITIES } from '../utilities.js';
import type { Answer } from './answer.js';
import { htmlPage } from './html-page.js';
import { plain } from './send.js';

/** NCBI answers 414 to about 2,000 ids in a URL and takes 2,601 characters (recorded); the limit between them is ours. */
const LONGEST_URL = 8_190;

/** The program and the query that a request names, or the answer to a request that names none. */
export function readTarget(
  { url = '/', method }: IncomingMessage,
  basePath: string,
): { readonly utility: Utility; readonly query: string } | Answer {
  if (url.length > LONGEST_URL) {
    return htmlPage(414, 'Request-URI Too Large');
  }
  const { pathname, search: query } = new URL(url, 'http://sandbox');
  const program = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : '';
  const [, utility = ''] = /^([a-z]+)(?:\.fcgi)?$/.exec(program) ?? [];
  if (!isUtility(utility)) {
    return MISSING_UTILITIES.has(utility)
      ? plain(501, `${utility} is not in this sandbox.`)
      : htmlPage(404, 'Not Found');
  }
  return method === 'GET' || method === 'POST' ? { utility, query } : plain(405, 'The sandbox answers GET and POST.');
}
