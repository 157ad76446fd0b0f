import { scopeOf } from '../records/derived-facts.js';
import { fill, texts } from '../records/facts.js';
import { readSample } from '../sample-data.js';
import type { SampleGraph } from '../sample-graph.js';

/** A page about a record outside of NCBI's databases, as `sample/link-out.json` has it: `{.}` is a value of the fact `of`. */
interface PageTemplate {
  readonly of: string;
  readonly url: string;
  /** Relative to NCBI's site, as NCBI gives it since 2025. */
  readonly iconUrl?: string;
  readonly linkName?: string;
  readonly category: string;
  readonly attributes: readonly string[];
  /** The provider's abbreviation, which `holding` takes. */
  readonly provider: string;
}

export interface LinkOutPage extends Omit<PageTemplate, 'of' | 'provider'> {
  readonly provider: { readonly name: string; readonly abbreviation: string; readonly id: number };
}

/**
 * The pages are composed of true identifiers (DOI, PMC, Ensembl and UniProt accessions, PDB codes); they are not the entries
 * of NCBI's LinkOut. The providers' abbreviations and numbers are the sandbox's own, and so are the two libraries.
 */
const TABLE = readSample('link-out') as {
  readonly providers: Readonly<Record<string, { readonly name: string; readonly id: number }>>;
  readonly pages: Readonly<Record<string, readonly PageTemplate[]>>;
  readonly libraryPages: Readonly<Record<string, readonly PageTemplate[]>>;
};
/** An article's primary provider, its publisher. */
const PRIMARY = 'sandbox-doi';

/** The LinkOut pages of a record except libraries', the publisher's first. */
export function linkOutOf(db: string, uid: string, graph: SampleGraph): readonly LinkOutPage[] {
  return pagesIn(TABLE.pages[db], db, uid, graph);
}

/** The pages of two made-up libraries that hold the articles with a DOI, the city's only those of this century. */
export function libraryPagesOf(db: string, uid: string, graph: SampleGraph): readonly LinkOutPage[] {
  return pagesIn(TABLE.libraryPages[db], db, uid, graph);
}

/** The page at the record's primary provider; none for records without one. */
export function primaryPageOf(db: string, uid: string, graph: SampleGraph): readonly LinkOutPage[] {
  return linkOutOf(db, uid, graph).filter(({ provider }) => provider.abbreviation === PRIMARY);
}

function pagesIn(
  templates: readonly PageTemplate[] = [],
  db: string,
  uid: string,
  graph: SampleGraph,
): readonly LinkOutPage[] {
  const scope = scopeOf(db, uid, graph.record(db, uid) ?? {}, graph);
  return templates.flatMap(({ of, url, linkName, provider, ...page }) =>
    texts(scope, of).map((value) => ({
      ...page,
      url: fill(url, { '.': value }),
      ...(linkName !== undefined && { linkName: fill(linkName, { '.': value }) }),
      provider: { name: '', id: 0, ...TABLE.providers[provider], abbreviation: provider },
    })),
  );
}
