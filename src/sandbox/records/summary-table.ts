import { readSample } from '../sample-data.js';
import { type Docsum, DocsumList, DocsumText, type DocsumValue, ZERO } from './docsum.js';
import { fill, type Scope, text } from './facts.js';

/**
 * How a member of a summary is made, as `sample/summaries.json` writes it:
 *
 * - `"doi: {doi}"`: a text with facts, see {@link fill}; `"#slen"`: a fact as a number, zero if it is unknown.
 * - a number; `null` for {@link ZERO}; an object of members.
 * - `{ "each", "as", "value" }`: a list with an entry for each value of a fact, named `as` in XML. `{.}` is the value.
 * - an array: a list of exactly these entries, each an object of its XML name and its members.
 * - `{ "text", "flags" }`: a text with flags that are set if a text is not empty.
 */
type Template = string | number | null | readonly Members[] | Members | EachTemplate | FlaggedTemplate;
interface Members {
  /** A name that ends in `?` is left out if its text is empty. */
  readonly [name: string]: Template;
}
interface EachTemplate {
  readonly each: string;
  readonly as: string;
  readonly value?: Template;
}
interface FlaggedTemplate {
  readonly text: string;
  readonly flags: Readonly<Record<string, string>>;
}

/** Versions of ESummary; a database without its own 1.0 has the members of 2.0 there too. */
type Versions = Readonly<Partial<Record<SummaryVersion, Members>> & { '2.0': Members }>;
export type SummaryVersion = '1.0' | '2.0';

/** By database; a text names the database with the same table. */
const TABLE = readSample('summaries') as Readonly<Record<string, Versions | string>>;

/** The members of a summary; `undefined` for a database without summaries in the sample. */
export function summarize(db: string, version: SummaryVersion, scope: Scope): Docsum | undefined {
  const entry = TABLE[db];
  const versions = (typeof entry === 'string' ? TABLE[entry] : entry) as Versions | undefined;
  const members = versions?.[version] ?? versions?.['2.0'];
  return members && build(members, scope);
}

function build(members: Members, scope: Scope): Docsum {
  const docsum: Record<string, DocsumValue> = {};
  for (const [name, template] of Object.entries(members)) {
    const value = valueOf(template, scope);
    if (!name.endsWith('?') || value !== '') {
      docsum[name.replace('?', '')] = value;
    }
  }
  return docsum;
}

function valueOf(template: Template, scope: Scope): DocsumValue {
  if (typeof template === 'string') {
    return template.startsWith('#') ? numberOf(text(scope, template.slice(1))) : fill(template, scope);
  }
  if (template === null) {
    return ZERO;
  }
  if (typeof template === 'number') {
    return template;
  }
  if (isList(template)) {
    const entries = template.flatMap((each) => Object.entries(each));
    return new DocsumList(entries.map(([name, value]) => ({ name, value: valueOf(value, scope) })));
  }
  if (isEach(template)) {
    const { each, as, value = '{.}' } = template;
    return new DocsumList(itemsOf(scope, each).map((item) => ({ name: fill(as, item), value: valueOf(value, item) })));
  }
  if (isFlagged(template)) {
    const flags = Object.entries(template.flags).map(([name, flag]) => [name, fill(flag, scope) !== ''] as const);
    return new DocsumText(fill(template.text, scope), Object.fromEntries(flags));
  }
  return build(template, scope);
}

/** The values of a fact: each row as it is, each other value as `.`. */
function itemsOf(scope: Scope, name: string): readonly Scope[] {
  const value = scope[name];
  const values = typeof value === 'object' ? value : value === undefined || value === '' ? [] : [value];
  return values.map((each) => (typeof each === 'object' ? each : { '.': each }));
}

function numberOf(digits: string): number | typeof ZERO {
  return digits === '' ? ZERO : Number(digits);
}

function isList(template: object): template is readonly Members[] {
  return Array.isArray(template);
}

function isEach(template: object): template is EachTemplate {
  return 'each' in template;
}

function isFlagged(template: object): template is FlaggedTemplate {
  return 'flags' in template;
}
