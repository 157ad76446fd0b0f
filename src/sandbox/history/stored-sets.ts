import { randomBytes } from 'node:crypto';

/** UIDs kept on the history server. */
export interface StoredSet {
  readonly db: string;
  readonly uids: readonly string[];
}

/** How long an unused environment lives; NCBI tells no figure, and clients saw from 1 to 48 hours. */
const DEFAULT_LIFE_MS = 8 * 3_600_000;
const MOST_SETS = 1_000;
/** Each search among a stored set is stored as well: what a list of 250,000 links takes is in the millions. */
const MOST_UIDS = 16_000_000;

interface Environment {
  usedAt: number;
  lastKey: number;
}

/**
 * The history server: sets of UIDs under a `WebEnv` and a `query_key`, which counts up from 1 in each environment
 * (protocol: recorded 2026).
 *
 * An environment ends when nothing used it for its life. Beyond {@link MOST_SETS} sets or {@link MOST_UIDS} UIDs in all,
 * the oldest sets go first.
 */
export class StoredSets {
  readonly #now: () => number;
  readonly #lifeMs: number;
  /** In order of last use. */
  readonly #environments = new Map<string, Environment>();
  readonly #sets = new Map<string, StoredSet>();
  #uidCount = 0;

  /** @param now - the time in milliseconds since 1970, of which a new environment's name tells the second. */
  constructor(now: () => number, lifeMs: number = DEFAULT_LIFE_MS) {
    this.#now = now;
    this.#lifeMs = lifeMs;
  }

  /** The environment of this name while it lives, else a new one: `MCID_` and 24 hexadecimal digits. */
  open(webEnv?: string): string {
    if (webEnv !== undefined && this.#use(webEnv) !== undefined) {
      return webEnv;
    }
    this.#dropOldEnvironments();
    const seconds = Math.floor(this.#now() / 1000).toString(16);
    const name = `MCID_${seconds.padStart(8, '0')}${randomBytes(8).toString('hex')}`;
    this.#environments.set(name, { usedAt: this.#now(), lastKey: 0 });
    return name;
  }

  /**
   * Keeps a set in an environment that {@link open} gave, and gives its `query_key`.
   *
   * @throws Error when there is no such environment.
   */
  store(webEnv: string, set: StoredSet): string {
    const environment = this.#environments.get(webEnv);
    if (environment === undefined) {
      throw new Error(`there is no environment ${webEnv}`);
    }
    environment.lastKey += 1;
    this.#sets.set(`${webEnv} ${environment.lastKey}`, set);
    this.#uidCount += set.uids.length;
    for (const oldest of this.#sets.keys()) {
      if (this.#sets.size <= MOST_SETS && (this.#uidCount <= MOST_UIDS || this.#sets.size === 1)) {
        break;
      }
      this.#drop(oldest);
    }
    return String(environment.lastKey);
  }

  /** A set, or `undefined` when it never was or is no longer kept. */
  read(webEnv: string, queryKey: string): StoredSet | undefined {
    return this.#use(webEnv) && this.#sets.get(`${webEnv} ${queryKey}`);
  }

  #use(webEnv: string): Environment | undefined {
    const environment = this.#environments.get(webEnv);
    if (environment === undefined) {
      return undefined;
    }
    this.#environments.delete(webEnv);
    if (this.#now() - environment.usedAt >= this.#lifeMs) {
      this.#dropSetsOf(webEnv, environment);
      return undefined;
    }
    environment.usedAt = this.#now();
    this.#environments.set(webEnv, environment);
    return environment;
  }

  #dropOldEnvironments(): void {
    for (const [webEnv, environment] of this.#environments) {
      if (this.#environments.size < MOST_SETS && this.#now() - environment.usedAt < this.#lifeMs) {
        return;
      }
      this.#environments.delete(webEnv);
      this.#dropSetsOf(webEnv, environment);
    }
  }

  #dropSetsOf(webEnv: string, { lastKey }: Environment): void {
    for (let key = 1; key <= lastKey; key += 1) {
      this.#drop(`${webEnv} ${key}`);
    }
  }

  #drop(name: string): void {
    this.#uidCount -= this.#sets.get(name)?.uids.length ?? 0;
    this.#sets.delete(name);
  }
}
