import { wholeOf } from '../../eutils/body/text.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import {
  type Citation,
  type CitationAnswer,
  citationField,
  citationRequest,
  decodeCitations,
} from '../../eutils/search/ecitmatch.js';
import type { EutilsCall } from '../../upstream/call.js';
import { sendBisected } from '../batching/bisect.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import { approximateBytes } from '../values/approximate-bytes.js';

/** Citations in one call: NCBI states no limit (protocol-2 section 3). */
const CITATION_BATCH = { start: 500, max: 500, isFlat: true };

/** Calls in which NCBI may stop before the last citation. */
const MOST_STOPS = 20;

/** The key of a citation: equal ones are asked about once. */
export function citationKey({ journal, year, volume, firstPage, author }: Citation): string {
  return JSON.stringify([journal, year, volume, firstPage, author].map((field) => citationField(field ?? '')));
}

/** The articles of printed citations, by {@link citationKey}. Those without a journal come last, where NCBI may stop. */
export function citationsDefinition({ ttls }: Engine): LoaderDefinition<void, CitationAnswer> {
  return {
    kind: 'citation',
    nameOf: () => 'ecitmatch',
    batchSize: () => CITATION_BATCH,
    run: () => async (keys, options) => {
      const answers = new Map<string, CitationAnswer | EntrezError>();
      let rest = [...keys].sort((a, b) => Number(isWithoutJournal(a)) - Number(isWithoutJournal(b)));
      for (let call = 0; call < MOST_STOPS && rest.length > 0; call += 1) {
        const unconfirmed = new Map<string, string>();
        const about = (part: readonly string[]) => callAbout(part, unconfirmed);
        for (const [key, answer] of await sendBisected({ about, onMissing: leftOut }, rest, options)) {
          answers.set(key, answer);
        }
        rest = rest.filter((key) => answers.get(key) === STOPPED);
      }
      return answers;
    },
    weigh: (answer) => ({
      size: approximateBytes(answer),
      ttl: answer.status === 'FOUND' ? ttls.summaries : ttls.searches,
    }),
  };
}

const STOPPED = new EntrezError(
  'MALFORMED_RESPONSE',
  'NCBI stopped before this citation. Give the journals of the others.',
);

function leftOut(): EntrezError {
  return new EntrezError('MALFORMED_RESPONSE', 'NCBI left this citation out of its answer. Try again later.', {
    retryable: true,
  });
}

/** @param unconfirmed - Answers of before that may have been cut off, by key: the same once more is believed. */
function callAbout(
  keys: readonly string[],
  unconfirmed: Map<string, string>,
): EutilsCall<ReadonlyMap<string, CitationAnswer | EntrezError>> {
  const named = new Map(keys.map((key, index) => [`c${index + 1}`, key]));
  const citations = new Map([...named].map(([name, key]) => [name, citationOf(key)]));
  return {
    request: citationRequest(citations),
    decode: (body) => {
      const { answers, behind, open } = decodeCitations(wholeOf(body), citations);
      const found = new Map<string, CitationAnswer | EntrezError>();
      for (const [name, key] of named) {
        const answer = answers.get(name);
        if (behind.has(name)) {
          found.set(key, STOPPED);
        } else if (answer) {
          const isOpen = name === open && unconfirmed.get(key) !== JSON.stringify(answer);
          found.set(key, isOpen ? leftOut() : answer);
        }
        if (answer && name === open) {
          unconfirmed.set(key, JSON.stringify(answer));
        }
      }
      return found;
    },
  };
}

function citationOf(key: string): Citation {
  const [journal, year, volume, firstPage, author] = JSON.parse(key) as readonly string[];
  return { journal, year, volume, firstPage, author };
}

function isWithoutJournal(key: string): boolean {
  return citationOf(key).journal === '';
}
