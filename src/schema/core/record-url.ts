/** Databases whose record pages are not at `www.ncbi.nlm.nih.gov/<db>/<uid>`. */
const PAGES: Readonly<Record<string, (uid: string) => string>> = {
  pubmed: (uid) => `https://pubmed.ncbi.nlm.nih.gov/${uid}/`,
  pmc: (uid) => `https://pmc.ncbi.nlm.nih.gov/articles/PMC${uid}/`,
  snp: (uid) => `https://www.ncbi.nlm.nih.gov/snp/rs${uid}`,
  clinvar: (uid) => `https://www.ncbi.nlm.nih.gov/clinvar/variation/${uid}/`,
  omim: (uid) => `https://omim.org/entry/${uid}`,
  structure: (uid) => `https://www.ncbi.nlm.nih.gov/Structure/mmdb/mmdbsrv.cgi?uid=${uid}`,
  taxonomy: (uid) => `https://www.ncbi.nlm.nih.gov/Taxonomy/Browser/wwwtax.cgi?id=${uid}`,
  pccompound: (uid) => `https://pubchem.ncbi.nlm.nih.gov/compound/${uid}`,
  pcsubstance: (uid) => `https://pubchem.ncbi.nlm.nih.gov/substance/${uid}`,
  pcassay: (uid) => `https://pubchem.ncbi.nlm.nih.gov/bioassay/${uid}`,
};

/** The page of a record for human readers. */
export function recordUrl(db: string, uid: string): string {
  return PAGES[db]?.(uid) ?? `https://www.ncbi.nlm.nih.gov/${db}/${uid}`;
}
