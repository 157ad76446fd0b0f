import { type Answer, element, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import type { Parameters } from '../http/parameters.js';

/** What is left as it is: tags, operators, and all between words. */
const FIXED = /(\[[^\]]*\]|\b(?:AND|OR|NOT)\b|[^\p{L}\p{N}]+)/u;

/** `espell.fcgi`: the term with its unknown words replaced by known ones, empty when there is nothing to correct; XML only. */
export function espell(params: Parameters, { catalog, spelling }: SandboxContext): Answer {
  const named = params.get('db') ?? 'pubmed';
  const db = catalog.database(named)?.name;
  if (db === undefined) {
    return answer(named, '', '', [], `Invalid db name specified: ${named}`);
  }
  const query = params.get('term') ?? '';
  const pieces = query.split(FIXED).map((text, place) => {
    // Splitting by a group puts what is fixed at the odd places.
    const replaced = place % 2 === 1 ? undefined : spelling.correct(db, text);
    return { text: replaced ?? text, replaced: replaced !== undefined };
  });
  return pieces.some(({ replaced }) => replaced)
    ? answer(db, query, pieces.map(({ text }) => text).join(''), joined(pieces))
    : answer(db, query, '', []);
}

interface Piece {
  readonly text: string;
  readonly replaced: boolean;
}

/** Pieces that stay as they are, as one between two that do not. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<readonly Piece[]>((done, piece) => {
    const last = done.at(-1);
    return last === undefined || last.replaced || piece.replaced
      ? [...done, piece]
      : [...done.slice(0, -1), { text: last.text + piece.text, replaced: false }];
  }, []);
}

function answer(db: string, query: string, corrected: string, pieces: readonly Piece[], error = ''): Answer {
  const spelled = pieces.map(({ text, replaced }) => element(replaced ? 'Replaced' : 'Original', text)).join('');
  const members = [
    element('Database', db),
    element('Query', query),
    element('CorrectedQuery', corrected),
    `<SpelledQuery>${spelled}</SpelledQuery>`,
    error === '' ? '<ERROR/>' : element('ERROR', error),
  ];
  return xmlAnswer('eSpellResult', `\n${members.map((member) => `\t${member}\n`).join('')}`);
}
