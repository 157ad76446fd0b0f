import { type DatabaseInfo, decodeDatabaseInfo, infoRequest } from '../../eutils/records/einfo.js';
import { readSearch, type SearchAnswer, type SearchQuestion, searchRequest } from '../../eutils/search/esearch.js';
import { decodeSpelling, type SpellingQuestion, spellRequest } from '../../eutils/search/espell.js';
import type { Milliseconds } from '../../upstream/clock.js';
import type { EutilsCall } from '../../upstream/call.js';
import { approximateBytes } from '../values/approximate-bytes.js';
import type { LoaderDefinition } from '../loader-registry.js';
import type { UnionQuestion } from './union.js';

/** A corrected search term, or none. */
export interface Spelling {
  readonly corrected: string | null;
}

/** The key of a question that is asked on its own. */
export function keyOf(question: SearchQuestion | SpellingQuestion | UnionQuestion): string {
  return JSON.stringify(question);
}

/** Pages of searches, by the {@link keyOf} a question. */
export function searchesDefinition(life: Milliseconds): LoaderDefinition<void, SearchAnswer> {
  return singleDefinition('esearch', life, (key) => {
    const question = JSON.parse(key) as SearchQuestion;
    return { request: searchRequest(question), decode: (body) => readSearch(body, question) };
  });
}

/** Corrected terms, by the {@link keyOf} a question. */
export function spellingsDefinition(life: Milliseconds): LoaderDefinition<void, Spelling> {
  return singleDefinition('espell', life, (key) => {
    const question = JSON.parse(key) as SpellingQuestion;
    return { request: spellRequest(question), decode: (body) => ({ corrected: decodeSpelling(body, question) }) };
  });
}

/** What EInfo says of databases, by name. */
export function databasesDefinition(life: Milliseconds): LoaderDefinition<void, DatabaseInfo> {
  return singleDefinition('einfo', life, (db) => ({
    request: infoRequest(db),
    decode: (body) => decodeDatabaseInfo(body, db),
  }));
}

/**
 * A kind of question that cannot be batched: each key waits for its own permit, and equal ones share it.
 *
 * @param name - Names the kind; it has no variants.
 * @param about - The question that a key stands for.
 */
function singleDefinition<V extends object>(
  name: string,
  life: Milliseconds,
  about: (key: string) => EutilsCall<V>,
): LoaderDefinition<void, V> {
  return {
    kind: name,
    nameOf: () => name,
    batchSize: () => ({ start: 1, max: 1 }),
    run: () => async (keys, options) => {
      const [key = ''] = keys;
      return new Map([[key, await options.client.send(about(key), options)]]);
    },
    weigh: (value) => ({ size: approximateBytes(value), ttl: life }),
  };
}
