import type { RowSink } from './description.js';
import { BAD, NULL } from './reading/row.js';

/** Where the numbers of MedGen's own concepts begin; those of UMLS have at most seven digits. */
const MEDGEN_OWN = 2_000_000_000;

/** The number by which lists name a concept, such as C0002395 of UMLS or CN169374 of MedGen; undefined for other text. */
export function conceptNumber(id: string): number | undefined {
  const found = /^C(N?)(\d{1,9})$/i.exec(id);
  return found ? Number(found[2]) + (found[1] === '' ? 0 : MEDGEN_OWN) : undefined;
}

/** The list that names the MedGen uid of a concept. */
export const MEDGEN_OF_CONCEPT = 'concept_medgen';

/** Gives an edge to the MedGen record of a concept. @returns Why there is none; of several it is not known which one ELink links. */
export function edgeToConcept(out: RowSink, kind: number, source: number, concept: number): string | undefined {
  const [uid, ...others] = out.look(MEDGEN_OF_CONCEPT, concept);
  if (uid !== undefined && uid > NULL && others.length === 0) {
    out.edge(kind, source, uid);
    return undefined;
  }
  lostConcept(out, kind, source, concept);
  return others.length === 0
    ? 'a concept of which no MedGen uid is known'
    : 'a concept of which several MedGen uids are known';
}

/** Notes the link of a row to a concept that has no MedGen uid or several, or cannot be read (undefined), or to one of such a source. */
export function lostConcept(out: RowSink, kind: number, source: number, concept: number | undefined): void {
  if (source === NULL) {
    return;
  }
  const uids = concept === undefined ? [BAD] : out.look(MEDGEN_OF_CONCEPT, concept);
  // A record whose uid is not known has no list here.
  for (const uid of uids.length > 0 ? uids : [NULL]) {
    out.lost(kind, source, uid);
  }
}
