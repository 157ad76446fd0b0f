/** What has nothing around it: most names of long lists. */
const PLAIN = /^[A-Za-z\d]*$/;

/** Marks around a name in prose, spreadsheets and code. */
const WRAPPED =
  /^(?:"([^"]*)"|'([^']*)'|“([^”]*)”|‘([^’]*)’|«([^»]*)»|`([^`]*)`|<([^<>]*)>|\(([^()]*)\)|\[([^[\]]*)\])$/u;

/** What sentences and lists put behind a name; a full stop is a part of `Bacillus sp.` */
const END = /(?:[,;]|(?<=[\d)\]>"'”’»])\.)$/u;

/** Registries whose prefix people write with a blank in place of the colon, ontologies with an underscore. */
const LOOSE =
  /^(pmid|pmcid|pmc|doi|pdb|hgnc|mgi|gene|gene ?id|entrez ?gene|ncbi ?gene|uniprot(?:kb)?|dbsnp|clinvar|medgen|umls|mesh|tax(?:on|onomy)? ?id|ncbitaxon|cas|geo|gi|issn|ensembl|refseq|genbank|bio(?:project|sample)|hp|mondo|orpha)(?:\s*[:#=]\s*|\s+|(?<=ncbitaxon|hp|mondo|hgnc|mgi)_(?=\d))(?=\S*\d)(\S+)$/iu;

/** The name in a header of a FASTA file: `gi|120407068|ref|NP_000537.3| cellular tumor antigen`. */
const FASTA = /^>?(?:gi\|\d+\|)?(?:ref|gb|emb|dbj|tpg|tpe|tpd|sp|tr)\|([^|\s]{1,40})(?:\|.*)?$/iu;

/** Tags of a search that names no other field: 20301425[pmid], BRCA1[sym]. */
const TAG = /^([^\s[\]]+)\[(pmid|uid|accn|sym|gene)\]$/i;

/**
 * A name without what surrounds names where people copy them from: blanks, marks of quotes and brackets, commas and full
 * stops behind it, invisible letters. Prefixes are divided from the name by a colon.
 */
export function plainText(value: string): string {
  if (PLAIN.test(value)) {
    return value;
  }
  const seen = value
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    // Full-width forms, as input methods of Chinese and Japanese write them.
    .replaceAll(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/[\u2010-\u2012\uFE63]/gu, '-')
    // A dash in place of a hyphen, as word processors set it.
    .replaceAll(/(?<=^[\p{L}\d]{1,12})[\u2013\u2212](?=[\p{L}\d]{1,12}$)/gu, '-')
    .replaceAll(/&(?:gt|#62);/g, '>')
    .trim();
  const whole = seen.replace(END, '');
  const [, ...inside] = WRAPPED.exec(whole) ?? [];
  const text = (WRAPPED.test(whole) ? inside.join('') : whole).replace(END, '').trim();
  const fasta = FASTA.exec(text)?.[1];
  if (fasta !== undefined) {
    return fasta;
  }
  const [, tagged, tag = ''] = TAG.exec(text) ?? [];
  if (tagged !== undefined) {
    return tag.toLowerCase() === 'pmid' ? `PMID:${tagged}` : tagged;
  }
  const [, prefix, local] = LOOSE.exec(text.replace(/^UniProtKB\/(?:Swiss-Prot|TrEMBL)(?=:)/i, 'UniProtKB')) ?? [];
  return prefix !== undefined && local !== undefined ? `${prefix.replaceAll(/\s/g, '')}:${local}` : text;
}
