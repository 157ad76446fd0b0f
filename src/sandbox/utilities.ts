import type { Utility } from '../eutils/wire.js';
import type { UtilityHandler } from './context.js';
import { ecitmatch } from './search/ecitmatch.js';
import { efetch } from './records/efetch.js';
import { einfo } from './search/einfo.js';
import { elink } from './links/elink.js';
import { epost } from './history/epost.js';
import { esearch } from './search/esearch.js';
import { espell } from './search/espell.js';
import { esummary } from './records/esummary.js';

/** The programs the sandbox has, by name. */
export const UTILITIES: Readonly<Record<Utility, UtilityHandler>> = {
  ecitmatch,
  efetch,
  einfo,
  elink,
  epost,
  esearch,
  espell,
  esummary,
};

export function isUtility(name: string): name is Utility {
  return Object.hasOwn(UTILITIES, name);
}
