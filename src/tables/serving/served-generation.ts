import type { ServedTable } from '../../loading/operation/used-tables.js';
import { Generation } from '../storage/generation.js';
import { type Current, readCurrent } from '../storage/manifest.js';

/** How often it is looked whether there is a new generation. */
const LOOK_EVERY_MS = 1000;

interface Options {
  readonly tablesDir: string;
  readonly onTrouble?: (message: string) => void;
  readonly now?: () => number;
}

/** A generation that is open, and what is known of it. */
export class OpenGeneration {
  readonly generation: Generation;
  /** When NCBI made it, in milliseconds since 1970. */
  readonly asOf: number;
  /** What answers say of it where nobody has compared its links. */
  readonly #unverified: ServedTable;
  readonly #verified: ReadonlyMap<string, ServedTable>;

  constructor(generation: Generation, { verification }: Current) {
    const { name, generation: id, asOf, source } = generation.manifest;
    this.generation = generation;
    this.asOf = Date.parse(asOf);
    this.#unverified = { name, generation: id, asOf, agreement: null, ...(source.isSample && { isSample: true }) };
    this.#verified = new Map(
      Object.entries(verification?.links ?? {}).map(([links, { agreement }]) => [
        links,
        { ...this.#unverified, agreement },
      ]),
    );
  }

  /** What answers say of it; with the share of the sources whose links are the same in ELink, null where it is not known. */
  servedAs(linkName?: string): ServedTable {
    return (linkName === undefined ? undefined : this.#verified.get(linkName)) ?? this.#unverified;
  }
}

/** The generation of a table that is current: opened when it is needed, and replaced when there is a newer one. */
export class ServedGeneration {
  readonly name: string;
  readonly #options: Options;
  #open: OpenGeneration | undefined;
  /** What the file said when it was looked at last. */
  #seen = '';
  #lookedAt = -Infinity;
  /** What was said last, which is not said again at each look. */
  #complaint = '';

  constructor(name: string, options: Options) {
    this.name = name;
    this.#options = options;
  }

  /** The open generation; undefined where there is none. */
  get current(): OpenGeneration | undefined {
    const now = (this.#options.now ?? Date.now)();
    if (now - this.#lookedAt >= LOOK_EVERY_MS || now < this.#lookedAt) {
      this.#lookedAt = now;
      this.#look();
    }
    return this.#open;
  }

  /** Serves nothing until there is a newer generation. */
  refuse(reason: string): void {
    this.close();
    this.#complain(`: ${reason}. Import it again.`);
  }

  close(): void {
    this.#open?.generation.close();
    this.#open = undefined;
  }

  #look(): void {
    try {
      const current = readCurrent(this.#options.tablesDir, this.name);
      const seen = current ? JSON.stringify(current) : '';
      if (seen !== this.#seen) {
        this.#take(current);
        this.#seen = seen;
      }
    } catch (error) {
      this.#complain(error instanceof Error ? `. ${error.message}` : `: ${String(error)}.`);
    }
  }

  /** Look-ups are synchronous, so none is under way, and the old generation can be closed at once. */
  #take(current: Current | undefined): void {
    const before = this.#open;
    if (current && before?.generation.manifest.generation === current.generation) {
      this.#open = new OpenGeneration(before.generation, current);
      return;
    }
    const generation = current && Generation.open(this.#options.tablesDir, this.name, current.generation);
    if (current && !generation) {
      this.#complain(`: the generation ${current.generation} is missing, or of another version. Import it again.`);
      return;
    }
    this.#open = current && generation && new OpenGeneration(generation, current);
    before?.generation.close();
  }

  /** @param why - Ends the sentence. */
  #complain(why: string): void {
    if (why !== this.#complaint) {
      this.#complaint = why;
      this.#options.onTrouble?.(`The table ${this.name} cannot be served anew${why}`);
    }
  }
}
