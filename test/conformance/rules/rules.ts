import type { Rule } from '../rule.js';
import { CITATION_RULES } from './citations.js';
import { DOCUMENT_RULES } from './documents.js';
import { HISTORY_RULES } from './history.js';
import { HTTP_RULES } from './http.js';
import { LINK_RULES } from './links.js';
import { RECORD_RULES } from './records.js';
import { SEARCH_RULES } from './search.js';
import { TAXON_RULES } from './taxa-and-proteins.js';

/** What must hold for every answer of NCBI, by its kind. */
export const RULES: readonly Rule[] = [
  ...LINK_RULES,
  ...RECORD_RULES,
  ...HISTORY_RULES,
  ...SEARCH_RULES,
  ...CITATION_RULES,
  ...DOCUMENT_RULES,
  ...TAXON_RULES,
  ...HTTP_RULES,
];
