import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { EXCHANGE_FILES, type Exchange, parseExchangeHead } from '../../eutils/failures/exchange.js';

/** A recorded exchange and the name of its files, without their endings. */
export interface NamedExchange extends Exchange {
  readonly name: string;
}

const byName = new Intl.Collator('en', { numeric: true });

/**
 * Reads a folder of recorded exchanges, in the order of their names. What a recording left unfinished is passed over.
 *
 * @throws Error in one line, when the folder cannot be read or holds no exchange, or that names the file that is wrong.
 */
export async function readExchanges(folder: string): Promise<NamedExchange[]> {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith(EXCHANGE_FILES.head) && !file.startsWith('.'))
    .map((file) => file.slice(0, -EXCHANGE_FILES.head.length))
    .toSorted(byName.compare);
  if (names.length === 0) {
    throw new Error(`${folder} holds no recorded exchanges.`);
  }
  return Promise.all(names.map((name) => readExchange(folder, name)));
}

async function readExchange(folder: string, name: string): Promise<NamedExchange> {
  const head = join(folder, `${name}${EXCHANGE_FILES.head}`);
  const body = await readFile(join(folder, `${name}${EXCHANGE_FILES.body}`), 'utf8');
  try {
    return { name, ...parseExchangeHead(await readFile(head, 'utf8')), body };
  } catch (error) {
    throw new Error(`${head} is no recorded exchange: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
