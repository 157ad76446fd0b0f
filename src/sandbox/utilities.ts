import type { UtilityHandler } from './context.js';
import { einfo } from './einfo.js';
import { elink } from './elink.js';
import { esearch } from './esearch.js';
import { esummary } from './esummary.js';

/** The programs the sandbox has, by name. */
export const UTILITIES: ReadonlyMap<string, UtilityHandler> = new Map(
  Object.entries({ einfo, elink, esearch, esummary }),
);

/** Programs of NCBI that the sandbox lacks; it says so instead of calling them unknown. */
export const MISSING_UTILITIES: ReadonlySet<string> = new Set(['efetch', 'epost', 'espell', 'ecitmatch']);
