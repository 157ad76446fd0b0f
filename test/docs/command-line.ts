/** A command as it stands in a block of shell. */
export interface CommandLine {
  readonly text: string;
  /** Variables that are set for it alone. */
  readonly environment: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

/** The commands of a block, one a line or with && between; a backslash goes on in the next. Comments and blank lines do not count. */
export function commandLines(code: string): readonly CommandLine[] {
  return code
    .replaceAll(/\\\n\s*/g, ' ')
    .split(/\n| && /)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((text) => {
      const words = wordsOf(text);
      const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
      const environment = words.slice(0, start).map((word) => {
        const [name = '', ...value] = word.split('=');
        return [name, value.join('=')] as const;
      });
      const typed = words.slice(start);
      // `npx entrez-graph` is how a checkout runs its own command.
      const own = typed[0] === 'npx' && typed[1] === 'entrez-graph' ? typed.slice(1) : typed;
      return { text, environment: Object.fromEntries(environment), words: own };
    });
}

/** Words as a shell divides them; quotes of both kinds hold words together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
}
