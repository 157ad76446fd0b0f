import type { Config } from '../../config.js';
import { isServed } from '../../tables/serving/is-served.js';
import type { ListsSummary } from '../../tables/storage/manifest.js';

/** Why a gateway with this configuration does not serve a link name; undefined where it does. */
export function notServed(
  agreement: number | null,
  lists: Pick<ListsSummary, 'sources' | 'unattributed'>,
  { TABLES_MIN_AGREEMENT, TABLES_VERIFIED_ONLY }: Config,
): string | undefined {
  const rule = { minAgreement: TABLES_MIN_AGREEMENT / 100, verifiedOnly: TABLES_VERIFIED_ONLY === 'on' };
  if (isServed(agreement, lists, rule)) {
    return undefined;
  }
  if (agreement !== null) {
    return `less than ${TABLES_MIN_AGREEMENT} % (TABLES_MIN_AGREEMENT)`;
  }
  return rule.verifiedOnly
    ? 'TABLES_VERIFIED_ONLY is on'
    : `${lists.unattributed ?? 0} links of unknown records, verify it (TABLES_MIN_AGREEMENT)`;
}
