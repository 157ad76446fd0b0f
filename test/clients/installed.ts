import { existsSync } from 'node:fs';

/** Where Debian's packages `ncbi-entrez-direct`, `curl` and `python3-biopython` put what the tests run. */
const NEEDED = {
  edirect: ['/usr/bin/elink', '/usr/bin/xtract', '/usr/bin/curl'],
  biopython: ['/usr/bin/python3', '/usr/lib/python3/dist-packages/Bio/Entrez/__init__.py'],
} as const;

/** CI sets it: there the tests must run. */
const REQUIRED = process.env.REQUIRE_CLIENTS === '1';

/** Whether tests of these clients are skipped because a program is missing; never where they are required. */
export function isMissing(...clients: readonly (keyof typeof NEEDED)[]): boolean {
  return !REQUIRED && !clients.every((client) => NEEDED[client].every((path) => existsSync(path)));
}
