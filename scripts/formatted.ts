import { readFile } from 'node:fs/promises';

import { format, type FormatConfig } from 'oxfmt';

const OPTIONS = new URL('../.oxfmtrc.json', import.meta.url);

/**
 * A text as `npm run format` would leave it in a file.
 *
 * @throws Error when the text does not parse.
 */
export async function formatted(path: string, text: string): Promise<string> {
  const { code, errors } = await format(path, text, JSON.parse(await readFile(OPTIONS, 'utf8')) as FormatConfig);
  const [error] = errors;
  if (error !== undefined) {
    throw new Error(`${path}: ${error.message}`);
  }
  return code;
}
