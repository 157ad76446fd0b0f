import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences under which a recorded answer's facts may be published here, as `INDEX.tsv` words them. */
const ALLOWED = /^(MIT|Apache|Perl 5|CC0|public domain)/i;

/** The recorded E-utilities answers whose licence allows publication of what they show. */
export class Recordings {
  readonly #texts: readonly string[];

  private constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** Reads a folder of recordings with its `INDEX.tsv` (columns file, request, source_repo, source_path, licence, notes). */
  static read(folder: string): Recordings {
    const rows = readFileSync(join(folder, 'INDEX.tsv'), 'utf8').trimEnd().split('\n').slice(1);
    const files = rows
      .map((row) => row.split('\t'))
      .filter(([, , , , licence]) => licence !== undefined && ALLOWED.test(licence));
    return new Recordings(files.map(([file]) => readFileSync(join(folder, file ?? ''), 'utf8').toLowerCase()));
  }

  /**
   * Whether one recording shows all these values. Numbers count only as whole numbers: 7157 is not found in 71571.
   * The rs of a variant number is left aside, since ESummary writes the number alone.
   */
  show(values: readonly string[]): boolean {
    const patterns = values.map((value) => {
      const text = value
        .toLowerCase()
        .replace(/^rs(?=\d+$)/, '')
        .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return new RegExp(`(?<![0-9])${text}(?![0-9])`);
    });
    return this.#texts.some((text) => patterns.every((pattern) => pattern.test(text)));
  }
}
