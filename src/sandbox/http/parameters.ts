/**
 * The parameters of one request as E-utilities read them: from the URL and a form body at once, names in any case,
 * the first value of a name counting except for `id`, which may be repeated (protocol: recorded 2024).
 */
export class Parameters {
  /** All parameters in order, names in lower case. */
  readonly pairs: readonly (readonly [name: string, value: string])[];

  constructor(query: string, body: string) {
    this.pairs = [...new URLSearchParams(query), ...new URLSearchParams(body)].map(
      ([name, value]) => [name.toLowerCase(), value] as const,
    );
  }

  /** The first non-empty value of a name, without surrounding space. */
  get(name: string): string | undefined {
    return this.all(name).find((value) => value !== '');
  }

  all(name: string): readonly string[] {
    return this.pairs.filter(([each]) => each === name).map(([, value]) => value.trim());
  }

  /** A count from a parameter; `fallback` when it is missing or no count. */
  count(name: string, fallback: number): number {
    const value = this.get(name);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : fallback;
  }

  /** One list for each `id` parameter; inside of one, comma, plus and space separate. */
  get idGroups(): readonly (readonly string[])[] {
    return this.all('id')
      .map((value) => value.split(/[\s,+]+/).filter((id) => id !== ''))
      .filter((ids) => ids.length > 0);
  }

  get ids(): readonly string[] {
    return this.idGroups.flat();
  }

  /** JSON only when asked for by name; XML is the default of every utility. */
  get json(): boolean {
    return this.get('retmode')?.toLowerCase() === 'json';
  }
}
