import { ADDRESS, readCompact } from './compact-name.js';
import { databasesOf } from './read-name.js';

/** Names of what Entrez has no records of, or not just one, with what to give instead. */
const OTHERS: readonly (readonly [form: RegExp, note: string])[] = [
  [/^gi[|:]\d+\|?$/i, 'A GI number is a uid of protein or nuccore. Give one of them as "in".'],
  [
    /^ENS[A-Z]{0,6}[TPER]\d{11}(?:\.\d+)?$/i,
    'Transcripts and proteins of Ensembl have no records. Use the identifier of the gene.',
  ],
  [
    /^(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})-\d{1,3}$/i,
    'Isoforms of UniProt have no records of their own. Leave out the number behind the hyphen.',
  ],
  [
    /^[A-Z]{2}_\d{6,9}\.\d{1,3}:\d+:[A-Z\d]*:[A-Z]*$/i,
    'SPDI expressions are found on chromosomes of GRCh38. Use an HGVS expression or an rs number.',
  ],
];

/** Why a text that looks like an identifier is taken for none; undefined for what may be a name. */
export function reasonAgainst(text: string): string | undefined {
  if (ADDRESS.test(text)) {
    return 'The address is of no kind of page that has one record.';
  }
  const owners = databasesOf(readCompact(text)?.prefix ?? '');
  if (owners.length > 0) {
    return `What stands behind the prefix is no identifier of ${owners.join(' or ')}. Check it.`;
  }
  return OTHERS.find(([form]) => form.test(text))?.[1];
}
