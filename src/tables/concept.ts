import type { RowSink } from './description.js';

/** Where the numbers of MedGen's own concepts begin; those of UMLS have at most seven digits. */
const MEDGEN_OWN = 2_000_000_000;

/** The number by which lists name a concept, such as C0002395 of UMLS or CN169374 of MedGen; undefined for other text. */
export function conceptNumber(id: string): number | undefined {
  const found = /^C(N?)(\d{1,9})$/i.exec(id);
  return found ? Number(found[2]) + (found[1] === '' ? 0 : MEDGEN_OWN) : undefined;
}

/** The list that names the MedGen uid of a concept. */
export const MEDGEN_OF_CONCEPT = 'concept_medgen';

/** The MedGen uid of a concept, or why there is none to link: of several uids it is not known which one ELink links. */
export function medgenOf(out: RowSink, concept: number): number | string {
  const [uid, ...others] = out.look(MEDGEN_OF_CONCEPT, concept);
  if (uid === undefined) {
    return 'a concept of which no MedGen uid is known';
  }
  return others.length === 0 ? uid : 'a concept of which several MedGen uids are known';
}
