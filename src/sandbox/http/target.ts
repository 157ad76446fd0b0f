import type { IncomingMessage } from 'node:http';

import { programOf, type Utility } from '../../eutils/wire.js';
import { isUtility } from '../utilities.js';
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
  const [, utility = '', ending] = /^([a-z]+)(\.f?cgi)?$/.exec(program) ?? [];
  if (!isUtility(utility)) {
    return htmlPage(404, 'Not Found');
  }
  if (ending !== undefined && program !== programOf(utility)) {
    return plain(501, `${program} is not in this sandbox. Use ${programOf(utility)}.`);
  }
  return method === 'GET' || method === 'POST' ? { utility, query } : plain(405, 'The sandbox answers GET and POST.');
}
