import { type Candidate, EntrezError } from '../../eutils/failures/errors.js';
import type { Context } from '../core/context.js';
import { encodeId } from '../core/global-id.js';
import { textAt } from '../summaries/docsum.js';
import { titleOf } from '../summaries/titles.js';
import { rulesOf } from './identifiers.js';

/** A record that a name may be of, with what the search has shown of it. */
export function candidateOf(db: string, uid: string, { loaders }: Context): Candidate {
  const summary = loaders.summaries(db).peek(uid)?.value;
  if (!summary || summary instanceof EntrezError) {
    return { id: encodeId(db, uid), uid };
  }
  const { distinctions = {} } = rulesOf(db);
  const told = Object.entries(distinctions).map(([name, path]) => [name, textAt(summary, path) ?? undefined] as const);
  return { id: encodeId(db, uid), uid, title: titleOf(db, summary) ?? undefined, ...Object.fromEntries(told) };
}

/** A candidate in a sentence: `1386 (Bacillus, genus, firmicutes)`. */
export function tellCandidate({ id: _id, uid, ...told }: Candidate): string {
  const words = Object.values(told).filter((text) => text !== undefined);
  return words.length === 0 ? uid : `${uid} (${words.join(', ')})`;
}
