import fc from 'fast-check';

/** What breaks careless readers when it stands where it should not. */
const PIECES = [
  '',
  'null',
  'true',
  '{}',
  '[]',
  '[[]]',
  '""',
  '0',
  '-1',
  '1e400',
  '9007199254740993',
  '"ERROR":"x",',
  '"__proto__":{},',
  '__proto__',
  'constructor',
  '"',
  '\\',
  '\\ud800',
  '\ud800',
  '\u0000',
  '\n',
  '\ufeff',
  ',',
  '<',
  '>',
  '&',
  '&amp;',
  '&lol;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<ERROR>x</ERROR>',
  '<Id>1</Id>',
  '</Id>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
];

/** Where one may cut without breaking the form: values and members of JSON, tags and texts of XML. */
const TOKENS = /"(?:[^"\\]|\\.)*"|<[^>]*>|[{}[\],:]|[^\s{}[\],:"<>]+/g;

/** Bodies that differ from a good one in up to four places: characters, tokens and whole stretches lost, doubled, moved or replaced. */
export function mutationsOf(body: string): fc.Arbitrary<string> {
  const bounds = [...body.matchAll(TOKENS)].flatMap(({ 0: token, index }) => [index, index + token.length]);
  const place = fc.oneof(fc.nat(body.length), bounds.length === 0 ? fc.constant(0) : fc.constantFrom(...bounds));
  const insert = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 2 }) },
    { weight: 2, arbitrary: fc.tuple(place, place).map(([a, b]) => body.slice(Math.min(a, b), Math.max(a, b))) },
  );
  const change = fc.record({ from: place, to: fc.oneof(fc.constant(-1), place), insert });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
    changes.reduce((text, { from, to, insert: piece }) => {
      const end = to < 0 ? from : Math.max(from, to);
      return text.slice(0, from) + piece + text.slice(end);
    }, body),
  );
}

/** Texts that have nothing to do with any answer, and JSON under the names that answers have. */
export const FOREIGN: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc
    .json()
    .map(
      (value) => `{${['linksets', 'result', 'esearchresult', 'einforesult'].map((key) => `"${key}":${value}`).join()}}`,
    ),
);
