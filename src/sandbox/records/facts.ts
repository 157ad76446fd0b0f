/** The facts about a record under the sample's own member names. */
export type RecordFacts = Readonly<Record<string, FactValue>>;
type FactValue = string | number | boolean | readonly string[] | readonly number[];

/** Facts, and rows of several values that follow from them. */
export type Scope = Readonly<Record<string, ScopeValue | undefined>>;
type ScopeValue = FactValue | readonly Scope[];

/** A fact as text; empty if it is unknown or a list. */
export function text(facts: Scope, name: string): string {
  const value = facts[name];
  return value === undefined || typeof value === 'object' ? '' : String(value);
}

/** A fact as a list of texts; empty if it is unknown. */
export function texts(facts: Scope, name: string): readonly string[] {
  const value = facts[name];
  return typeof value === 'object' ? value.map(String) : value === undefined || value === '' ? [] : [String(value)];
}

/** All facts as texts, except flags and residues. */
export function allTexts(facts: RecordFacts): readonly string[] {
  return Object.keys(facts).flatMap((name) =>
    typeof facts[name] === 'boolean' || name === 'sequence' ? [] : texts(facts, name),
  );
}

/** Each template is read once; only those of tables and code are passed to {@link fill}, so they are few. */
const templates = new Map<string, readonly (string | readonly string[])[]>();

/** Replaces each `{fact}` or `{fact|other}` by the first of these facts that is known; empty if none is known for one of them. */
export function fill(template: string, scope: Scope): string {
  let parts = templates.get(template);
  if (parts === undefined) {
    // The parts at odd places stand between braces.
    parts = template.split(/[{}]/).map((part, place) => (place % 2 === 0 ? part : part.split('|')));
    templates.set(template, parts);
  }
  let filled = '';
  for (const part of parts) {
    const known = typeof part === 'string' ? part : firstOf(part, scope);
    if (known === undefined) {
      return '';
    }
    filled += known;
  }
  return filled;
}

function firstOf(names: readonly string[], scope: Scope): string | undefined {
  return names.map((name) => text(scope, name)).find((value) => value !== '');
}
