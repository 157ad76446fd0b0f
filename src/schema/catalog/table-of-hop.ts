import type { LinkRef } from '../../loading/definitions/links.js';
import type { LinkTables } from '../../loading/link-tables.js';

/** The imported table whose links take no call; null where ELink gives all links of that name. */
export function tableOfHop(tables: LinkTables | undefined, link: LinkRef): string | null {
  const served = tables?.use === 'prefer' ? tables.serving(link) : undefined;
  return served ? `0 calls: table ${served.name} of ${served.asOf.slice(0, 10)}` : null;
}
