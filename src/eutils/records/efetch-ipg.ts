import type { Text } from '../body/text.js';
import { countOf, uidOf } from '../body/shape.js';
import { setOnce } from '../body/record-answers.js';
import { atOnce, readAnswer, type Sliced } from '../body/slices.js';
import { child, childrenNamed, mapElements, type XmlElement } from '../body/xml.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { redact } from '../failures/redact.js';
import type { EutilsRequest } from '../wire.js';
import { fetchedDocument } from './efetch.js';

/** A place that codes for a protein of a group; a protein that no nucleotide record codes for has a row without one. */
export interface IdenticalProtein {
  /** With its version. */
  readonly accession: string;
  /** Such as `RefSeq` or `INSDC`. */
  readonly source?: string;
  readonly name?: string;
  readonly organism?: string;
  readonly taxid?: string;
  readonly place?: CodingPlace;
}

/** Where a nucleotide record codes for a protein. */
export interface CodingPlace {
  /** Accession of the nucleotide record with its version. */
  readonly nuccore: string;
  /** First and last base, counted from 1. */
  readonly start: number;
  readonly stop: number;
  readonly strand: '+' | '-';
  readonly strain?: string;
  /** Accession of the assembly. */
  readonly assembly?: string;
}

/** All that codes for the sequence of one protein. */
export interface ProteinGroup {
  /** Uid in the database ipg. */
  readonly uid: string;
  readonly proteins: readonly IdenticalProtein[];
}

/** Asks EFetch which proteins are identical to others, by accession: reports name the protein they were asked for by it. */
export function identicalProteinsRequest(accessions: readonly string[]): EutilsRequest {
  return {
    utility: 'efetch',
    retmode: 'xml',
    params: [
      ['db', 'protein'],
      ['rettype', 'ipg'],
      ['retmode', 'xml'],
      ['id', accessions.join(',')],
    ],
    idCount: accessions.length,
  };
}

/**
 * Reads groups by the requested accession, with or without version (protocol-2 section 2: recorded 2018). NCBI is known to
 * leave some out in bad hours.
 *
 * @throws EntrezError as `fetchedDocument`; `MALFORMED_RESPONSE`, retryable, when the answer cannot be read, is another
 * report, is about a protein that was not requested, or lists fewer proteins than it counts.
 */
export function decodeIdenticalProteins(body: Text, accessions: readonly string[]): Map<string, ProteinGroup> {
  return atOnce(groupsIn(body, accessions));
}

/** Reads groups as {@link decodeIdenticalProteins} does, those of a large answer with pauses. */
export function readIdenticalProteins(
  body: Text,
  accessions: readonly string[],
): Map<string, ProteinGroup> | Promise<Map<string, ProteinGroup>> {
  return readAnswer(body, groupsIn(body, accessions));
}

function* groupsIn(body: Text, accessions: readonly string[]): Sliced<Map<string, ProteinGroup>> {
  const root = yield* fetchedDocument(body, 'IPGReportSet', ['IPGReport']);
  const groups = new Map<string, ProteinGroup>();
  for (const report of childrenNamed(root, 'IPGReport')) {
    const product = attribute(report, 'product_acc');
    const requested = accessions.filter((accession) => isSame(accession, product));
    if (requested.length === 0) {
      throw contradiction(`NCBI sent the proteins identical to ${redact(product)}, which was not requested.`);
    }
    const group = { uid: uidOf(attribute(report, 'ipg'), 'ipg'), proteins: yield* proteinsIn(report) };
    if (group.proteins.length === 0) {
      throw contradiction('NCBI sent a group of identical proteins without a protein.');
    }
    for (const accession of requested) {
      setOnce(groups, accession, group);
    }
    yield;
  }
  return groups;
}

/** Without a version every version is meant. */
function isSame(requested: string, given: string): boolean {
  return requested === given || (!requested.includes('.') && requested === given.replace(/\.\d+$/, ''));
}

function* proteinsIn(report: XmlElement): Sliced<IdenticalProtein[]> {
  const list = child(report, 'ProteinList');
  const proteins = list === undefined ? [] : childrenNamed(list, 'Protein');
  const counted = child(report, 'Statistics')?.attributes.prot_count;
  if (counted !== undefined && proteins.length < countOf(counted, 'prot_count')) {
    throw contradiction('NCBI listed fewer identical proteins than it counted.');
  }
  const rows = yield* mapElements(proteins, (protein) => {
    const facts = {
      accession: attribute(protein, 'accver'),
      ...optional(protein, 'source', 'source'),
      ...optional(protein, 'name', 'name'),
      ...optional(protein, 'org', 'organism'),
      ...taxidOf(protein),
    };
    const places = child(protein, 'CDSList');
    const coding = places === undefined ? [] : childrenNamed(places, 'CDS');
    return coding.length === 0
      ? [facts]
      : coding.map((cds) => ({ ...facts, ...optional(cds, 'org', 'organism'), place: placeOf(cds) }));
  });
  return rows.flat();
}

function placeOf(cds: XmlElement): CodingPlace {
  const start = countOf(cds.attributes.start, 'start');
  const stop = countOf(cds.attributes.stop, 'stop');
  const { strand } = cds.attributes;
  if ((strand !== '+' && strand !== '-') || start < 1 || start > stop) {
    throw malformed('NCBI sent a coding region without a strand, or that ends before it starts.');
  }
  return {
    nuccore: attribute(cds, 'accver'),
    start,
    stop,
    strand,
    ...optional(cds, 'strain', 'strain'),
    ...optional(cds, 'assembly', 'assembly'),
  };
}

function attribute(element: XmlElement, name: string): string {
  const text = element.attributes[name]?.trim() ?? '';
  if (text === '') {
    throw malformed(`NCBI sent a report of identical proteins without ${name}.`);
  }
  return text;
}

function optional<Name extends string>(element: XmlElement, name: string, as: Name): Partial<Record<Name, string>> {
  const text = element.attributes[name]?.trim() ?? '';
  return text === '' ? {} : ({ [as]: text } as Record<Name, string>);
}

/** A zero stands for an organism that is not known. */
function taxidOf(protein: XmlElement): { readonly taxid?: string } {
  const { taxid } = optional(protein, 'taxid', 'taxid');
  return taxid === undefined || taxid === '0' ? {} : { taxid: uidOf(taxid, 'taxid') };
}
