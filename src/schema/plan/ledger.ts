import { EntrezError } from '../../eutils/errors.js';
import type { Arrival, Cohort } from './cohort.js';
import type { PlannedQuestion } from './planned-question.js';
import { Wave } from './wave.js';

/** What asking brings: the answers that are known already, and when the others will be. */
export interface Outcome<V> {
  /** Known answers by key; those that there is no such record are left out. */
  readonly known: ReadonlyMap<string, V>;
  /** The members whose answers are not known, as of the moment when these come. */
  readonly missing: Cohort | undefined;
}

/** What has been asked under one question. */
class Inquiry {
  readonly question: PlannedQuestion;
  readonly #waves = new Map<number, Wave>();
  readonly #ofKey = new Map<string, Wave>();
  readonly #ofOthers = new Map<symbol, readonly Wave[]>();
  /** Keys whose answers were known. */
  readonly known = new Set<string>();

  constructor(question: PlannedQuestion) {
    this.question = question;
  }

  get waves(): Iterable<Wave> {
    return this.#waves.values();
  }

  /** Asks about all members, each at the earliest level at which anyone does, and gives the waves that answer. */
  ask({ keys, others, identity, whole, since }: Cohort): readonly Wave[] {
    const asked =
      others > 0 ? (this.#ofOthers.get(identity) ?? this.#ofOthers.get(whole?.identity ?? identity)) : undefined;
    if (asked) {
      return asked;
    }
    const wave = this.#waveAt(since.level);
    const waves = new Set<Wave>();
    for (const key of keys) {
      waves.add(this.#add(key, wave, since));
    }
    if (others > 0) {
      wave.add([], others, since);
      waves.add(wave);
    }
    this.#ofOthers.set(identity, [...waves]);
    return [...waves];
  }

  /** Notes that the answers about a cohort come along with it. */
  know({ identity }: Cohort): void {
    this.#ofOthers.set(identity, []);
  }

  #add(key: string, wave: Wave, since: Arrival): Wave {
    const before = this.#ofKey.get(key);
    if (before && before.level < wave.level) {
      return before;
    }
    if (before && before.level > wave.level) {
      before.delete(key);
    }
    wave.add([key], 0, since);
    this.#ofKey.set(key, wave);
    return wave;
  }

  #waveAt(level: number): Wave {
    const wave = this.#waves.get(level) ?? new Wave(this.question, level);
    this.#waves.set(level, wave);
    return wave;
  }
}

/** Everything that an operation would ask, and when. Asks nobody: what is known is looked up in the caches. */
export class Ledger {
  readonly #inquiries = new Map<string, Inquiry>();

  /** Everything that has to be asked, level by level. */
  get waves(): Wave[] {
    return [...this.#inquiries.values()]
      .flatMap(({ waves }) => [...waves])
      .filter(({ mostKeys }) => mostKeys > 0)
      .toSorted((a, b) => a.level - b.level);
  }

  /** The questions of which answers are known that the operation would use, and how many. */
  get known(): { readonly question: PlannedQuestion; readonly answers: number }[] {
    return [...this.#inquiries.values()]
      .filter(({ known }) => known.size > 0)
      .map(({ question, known }) => ({ question, answers: known.size }));
  }

  /** Asks a question about the members of a cohort. Whatever has been asked before is not asked again. */
  ask<V extends object>(question: PlannedQuestion<V>, cohort: Cohort): Outcome<V> {
    const inquiry = this.#inquiry(question);
    const known = new Map<string, V>();
    const missing: string[] = [];
    for (const key of cohort.keys) {
      const answer = question.peek(key);
      if (!answer) {
        missing.push(key);
        continue;
      }
      inquiry.known.add(key);
      if (!(answer.value instanceof EntrezError)) {
        known.set(key, answer.value);
      }
    }
    if (missing.length === 0 && cohort.others === 0) {
      return { known, missing: undefined };
    }
    const rest = cohort.keep(missing);
    return { known, missing: rest.at(answered(inquiry.ask(rest), cohort.since, rest.size)) };
  }

  /** Notes that the answers about a cohort come along with it. */
  know(question: PlannedQuestion, cohort: Cohort): void {
    this.#inquiry(question).know(cohort);
  }

  #inquiry(question: PlannedQuestion): Inquiry {
    const { utility, about, variant = '' } = question;
    const name = `${utility} ${about} ${variant}`;
    const inquiry = this.#inquiries.get(name) ?? new Inquiry(question);
    this.#inquiries.set(name, inquiry);
    return inquiry;
  }
}

/** When waves have answered what so many objects asked that arrived themselves before. */
function answered(waves: readonly Wave[], { level, waves: before }: Arrival, objects: number): Arrival {
  // What others asked earlier may be answered before it is wanted.
  const bringers = waves.every((wave) => wave.level >= level) ? waves : [...before, ...waves];
  return {
    level: Math.max(level, ...waves.map((wave) => wave.level + 1)),
    waves: [...new Set(bringers)],
    mostMoments: objects,
  };
}
