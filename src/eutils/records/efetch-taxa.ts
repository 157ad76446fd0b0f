import type { Text } from '../body/text.js';
import { uidOf } from '../body/shape.js';
import { atOnce, readAnswer, type Sliced } from '../body/slices.js';
import { contentOf } from '../body/xml-answer.js';
import { child, childrenNamed, textOf, type XmlElement } from '../body/xml.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { setOnce } from '../body/record-answers.js';
import type { EutilsRequest } from '../wire.js';
import { fetchedDocument } from './efetch.js';

/** A taxon as it stands in the lineage of another one. */
export interface LineageTaxon {
  readonly uid: string;
  readonly scientificName: string;
  /** Free text: NCBI renamed ranks in 2025. */
  readonly rank?: string;
}

/** A taxon with all that contain it. */
export interface Taxon extends LineageTaxon {
  /** Absent for the root. */
  readonly parentUid?: string;
  /** From the root downwards, without the root and without the taxon itself. */
  readonly lineage: readonly LineageTaxon[];
}

const ROOT = '1';

/** The longest lineage has some 60 taxa. */
const MAX_LINEAGE = 1000;

/** Asks EFetch for taxa: a comma list, since each carries its uid, and those that it was merged from. */
export function taxaRequest(uids: readonly string[]): EutilsRequest {
  return {
    utility: 'efetch',
    retmode: 'xml',
    params: [
      ['db', 'taxonomy'],
      ['retmode', 'xml'],
      ['id', uids.join(',')],
    ],
    idCount: uids.length,
  };
}

/**
 * Reads taxa by the requested uid, also where that was merged into another taxon (protocol-2 section 1: recorded 2024).
 * Taxa that do not exist are absent.
 *
 * @throws EntrezError as `fetchedDocument`; `MALFORMED_RESPONSE`, retryable, when the answer cannot be read, has a taxon
 * that was not requested, or a lineage that contradicts itself.
 */
export function decodeTaxa(body: Text, uids: readonly string[]): Map<string, Taxon> {
  return atOnce(taxaIn(body, uids));
}

/** Reads taxa as {@link decodeTaxa} does, those of a large answer with pauses. */
export function readTaxa(body: Text, uids: readonly string[]): Map<string, Taxon> | Promise<Map<string, Taxon>> {
  return readAnswer(body, taxaIn(body, uids));
}

function* taxaIn(body: Text, uids: readonly string[]): Sliced<Map<string, Taxon>> {
  const root = yield* fetchedDocument(body, 'TaxaSet', ['Taxon']);
  const requested = new Set(uids);
  const taxa = new Map<string, Taxon>();
  const merged = new Map<string, Taxon>();
  for (const element of childrenNamed(root, 'Taxon')) {
    const taxon = readTaxon(element);
    const former = formerUids(element).filter((uid) => requested.has(uid));
    if (!requested.has(taxon.uid) && former.length === 0) {
      throw contradiction(`NCBI sent the taxon ${taxon.uid}, which was not requested.`);
    }
    if (requested.has(taxon.uid)) {
      setOnce(taxa, taxon.uid, taxon);
    }
    for (const uid of former) {
      const other = merged.get(uid);
      if (other !== undefined && other.uid !== taxon.uid) {
        throw contradiction(`NCBI sent two taxa that taxon ${uid} was merged into.`);
      }
      merged.set(uid, taxon);
    }
    yield;
  }
  // A taxon itself goes before one that claims its uid.
  return new Map([...merged, ...taxa]);
}

function readTaxon(element: XmlElement): Taxon {
  const taxon = lineageTaxon(element);
  const parentUid = uidOf(contentOf(element, 'ParentTaxId'), 'ParentTaxId');
  const list = child(element, 'LineageEx');
  const containing = list === undefined ? [] : childrenNamed(list, 'Taxon');
  if (containing.length > MAX_LINEAGE) {
    throw contradiction(`NCBI sent a lineage of more than ${MAX_LINEAGE} taxa.`);
  }
  const lineage = containing.map(lineageTaxon);
  if (taxon.uid === ROOT) {
    return { ...taxon, lineage: [] };
  }
  const distinct = new Set([taxon.uid, ...lineage.map(({ uid }) => uid)]);
  const written = contentOf(element, 'Lineage');
  if (written !== undefined && list && written !== lineage.map(({ scientificName }) => scientificName).join('; ')) {
    throw contradiction(`NCBI sent two lineages of taxon ${taxon.uid}.`);
  }
  // The root stands in no lineage.
  if (distinct.size !== lineage.length + 1 || parentUid !== (lineage.at(-1)?.uid ?? ROOT)) {
    throw contradiction(`NCBI sent a lineage of taxon ${taxon.uid} that contradicts itself.`);
  }
  return { ...taxon, parentUid, lineage };
}

function lineageTaxon(element: XmlElement): LineageTaxon {
  const scientificName = contentOf(element, 'ScientificName');
  if (scientificName === undefined) {
    throw malformed('NCBI sent a taxon without ScientificName.');
  }
  const rank = contentOf(element, 'Rank');
  return { uid: uidOf(contentOf(element, 'TaxId'), 'TaxId'), scientificName, ...(rank !== undefined && { rank }) };
}

function formerUids(element: XmlElement): string[] {
  const list = child(element, 'AkaTaxIds');
  return (list === undefined ? [] : childrenNamed(list, 'TaxId')).map((former) => uidOf(textOf(former), 'AkaTaxIds'));
}
