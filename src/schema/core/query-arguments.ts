import { badInput } from './arguments.js';

/**
 * A search term, without blanks around it.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming `argument` when it is empty, or its brackets or quotes do not match.
 */
export function checkTerm(term: string, argument: string): string {
  const text = term.trim();
  if (text === '') {
    throw badInput(argument, term, 'Enter a query.');
  }
  const outsideQuotes = text.replaceAll(/"[^"]*"/g, '');
  if (outsideQuotes.includes('"') || !areBalanced(outsideQuotes)) {
    const failure = badInput(
      argument,
      term,
      'Close each bracket and quote.',
      ', whose brackets or quotes do not match',
    );
    throw failure.with({ problem: 'UNBALANCED' });
  }
  return text;
}

/**
 * An organism, given by its taxonomy uid or by a name.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming `argument`.
 */
export function parseOrganism(organism: string, argument: string): string {
  const name = organism
    .trim()
    .replace(/^(?:(?:NCBI:)?txid|(?:taxid|taxonomy):|ncbitaxon[:_])\s*0*([1-9]\d{0,9})$/i, '$1');
  if (name === '' || /["[\]]/.test(name)) {
    throw badInput(argument, organism, 'Use a taxonomy uid or the name of an organism.');
  }
  return name;
}

/** The query for the records of an organism. */
export function organismTerm(organism: string): string {
  return /^\d+$/.test(organism) ? `txid${organism}[ORGN]` : `"${organism}"[ORGN]`;
}

function areBalanced(text: string): boolean {
  const open: string[] = [];
  for (const letter of text.replaceAll(/[^()[\]]/g, '')) {
    if (letter === '(' || letter === '[') {
      open.push(letter);
    } else if (open.pop() !== (letter === ')' ? '(' : '[')) {
      return false;
    }
  }
  return open.length === 0;
}
