import type { Config } from '../../config.js';
import { isServed } from '../../tables/serving/is-served.js';

/** Why a gateway with this configuration does not serve a link name; undefined where it does. */
export function notServed(
  agreement: number | null,
  { TABLES_MIN_AGREEMENT, TABLES_VERIFIED_ONLY }: Config,
): string | undefined {
  const rule = { minAgreement: TABLES_MIN_AGREEMENT / 100, verifiedOnly: TABLES_VERIFIED_ONLY === 'on' };
  if (isServed(agreement, rule)) {
    return undefined;
  }
  return agreement === null
    ? 'TABLES_VERIFIED_ONLY is on'
    : `less than ${TABLES_MIN_AGREEMENT} % (TABLES_MIN_AGREEMENT)`;
}
