import type { SandboxContext } from '../context.js';

/** Databases whose records may be asked for by accession, with or without version (recorded 2020 and 2024). */
const BY_ACCESSION = new Set(['protein', 'nuccore']);

/** The echo of an identifier that ELink cannot read (recorded 2014). */
export const UNREADABLE = '0';

/** Whether an identifier is a UID at all; it need not exist. */
export function isUid(id: string): boolean {
  return /^\d{1,20}$/.test(id);
}

/**
 * The UID ELink echoes for an identifier: a number stays as it is, an accession becomes its number, or `undefined` when
 * it is unknown, and what cannot be read becomes {@link UNREADABLE}.
 */
export function uidOf(db: string, id: string, { graph }: SandboxContext): string | undefined {
  if (isUid(id)) {
    return id.replace(/^0+(?=\d)/, '');
  }
  return BY_ACCESSION.has(db) ? graph.uidOfAccession(db, id) : UNREADABLE;
}

/** Where the UIDs start that the sandbox gave itself to true records whose UID at NCBI its sources do not tell. */
const FIRST_LOCAL_UID = 9_000_000_000;

/** Whether a UID is the sandbox's own and not NCBI's. */
export function isLocalUid(uid: string): boolean {
  return Number(uid) >= FIRST_LOCAL_UID;
}
