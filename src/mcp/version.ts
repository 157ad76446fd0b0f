import { readFileSync } from 'node:fs';

/** Two folders up from both src/mcp/ and dist/mcp/. */
const FILE = new URL('../../package.json', import.meta.url);

/** The version of this package. */
export const VERSION = (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly version: string }).version;
