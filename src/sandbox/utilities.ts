import type { Utility } from '../eutils/wire.js';
import type { UtilityHandler } from './context.js';
import { efetch } from './efetch.js';
import { einfo } from './einfo.js';
import { elink } from './elink.js';
import { epost } from './epost.js';
import { esearch } from './esearch.js';
import { espell } from './espell.js';
import { esummary } from './esummary.js';

/** The programs the sandbox has, by name. */
export const UTILITIES: Readonly<Record<Utility, UtilityHandler>> = {
  efetch,
  einfo,
  elink,
  epost,
  esearch,
  espell,
  esummary,
};

/** Programs of NCBI that the sandbox lacks; it says so instead of calling them unknown. */
export const MISSING_UTILITIES: ReadonlySet<string> = new Set(['ecitmatch']);

export function isUtility(name: string): name is Utility {
  return Object.hasOwn(UTILITIES, name);
}
