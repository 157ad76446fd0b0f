import { hash, randomUUID } from 'node:crypto';

import type { LookupResult, SharedStore, StoredAnswer } from '../loading/cache/answer-store.js';
import type { Milliseconds } from '../upstream/clock.js';
import { decodeAnswer } from './encode-answer.js';
import { type RedisConnection, redisScript } from './redis.js';
import { type Entry, newTally, WriteBehind } from './write-behind.js';

/** How long a claim outlives its process. */
const CLAIM_TTL: Milliseconds = 5000;
/** A claim older than this is not renewed: whatever it was made for has ended. */
const MAX_CLAIM: Milliseconds = 120_000;

/**
 * For each question what is kept; where that is nothing, or outdated, also whether the caller may ask: he may if nobody
 * has claimed it, and so claims it. An answer is outdated when only its grace is left of its life in Redis.
 * KEYS: an answer and a claim, in turn. ARGV: the process, the life of a claim, the grace.
 */
const CLAIM = redisScript(`
local found = {}
for i = 1, #KEYS, 2 do
  local answer = redis.call('GET', KEYS[i])
  local isOurs = 0
  if not answer or redis.call('PTTL', KEYS[i]) <= tonumber(ARGV[3]) then
    local owner = redis.call('GET', KEYS[i + 1])
    if not owner then
      redis.call('SET', KEYS[i + 1], ARGV[1], 'PX', ARGV[2])
    end
    if not owner or owner == ARGV[1] then
      isOurs = 1
    end
  end
  found[#found + 1] = { answer, isOurs }
end
return found
`);

/** Gives claims another life, or none. KEYS: claims. ARGV: the process, the life. */
const EXTEND = redisScript(`
for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then
    redis.call('PEXPIRE', key, ARGV[2])
  end
end
`);

export interface RedisAnswersOptions {
  readonly connection: RedisConnection;
  /** What the names of questions begin with, see `namespaceOf`. */
  readonly namespace: string;
  /** How long beyond its life an answer is kept. */
  readonly grace: Milliseconds;
  /** Told in one line that the server does not do what it is told; once, until it does again. */
  readonly onTrouble?: (message: string) => void;
}

/**
 * Answers in Redis or Valkey, for all processes that use it. Questions are claimed there, so that what several processes
 * want at once is asked by one of them. The server bounds its own memory (`maxmemory`); every entry has a life.
 */
export class RedisAnswers implements SharedStore {
  readonly tally = newTally();
  readonly #options: Required<RedisAnswersOptions>;
  readonly #process = randomUUID();
  /** When this process claimed what. */
  readonly #claims = new Map<string, Milliseconds>();
  readonly #writes: WriteBehind;
  #contact: Promise<void> | undefined;
  #renewals: NodeJS.Timeout | undefined;
  #released: string[] = [];
  #isTroubled = false;

  constructor(options: RedisAnswersOptions) {
    this.#options = { onTrouble: () => undefined, ...options };
    this.#writes = new WriteBehind({
      namespace: options.namespace,
      write: (entries) => this.#write(entries),
      onFailure: (error, names) => {
        this.#fail(error);
        this.tally.dropped += names.length;
        for (const name of names) {
          this.release(name);
        }
      },
    });
    this.#contact = firstContact(options.connection).finally(() => {
      this.#contact = undefined;
    });
  }

  async find(names: readonly string[], claims: boolean): Promise<readonly LookupResult[]> {
    // A process that has just started would ask NCBI what everybody else knows.
    await this.#contact;
    const read = await this.#read(names);
    const missing = claims ? names.filter((_, index) => read[index]?.claim === 'ours') : [];
    const claimed = missing.length > 0 ? await this.#claim(missing) : new Map<string, LookupResult>();
    const findings = read.map((finding, index) => claimed.get(names[index] ?? '') ?? finding);
    for (const { answer } of findings) {
      this.tally[answer ? 'hits' : 'misses'] += 1;
    }
    return findings;
  }

  keep(name: string, answer: StoredAnswer): void {
    if (!this.#options.connection.available || !this.#writes.add(name, answer)) {
      this.tally.dropped += 1;
      this.release(name);
    }
  }

  release(name: string): void {
    if (this.#claims.delete(name)) {
      this.#released.push(name);
      if (this.#released.length === 1) {
        queueMicrotask(() => {
          void this.#extend(this.#released.splice(0), 0);
        });
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#renewals);
    await this.#writes.done();
    await this.#extend([...this.#claims.keys()], 0);
    this.#claims.clear();
  }

  /** What is kept. Plain: a script takes the server several times as long, and mostly there is nothing to claim. */
  async #read(names: readonly string[]): Promise<readonly LookupResult[]> {
    const { connection, namespace } = this.#options;
    const keys = names.map((name) => keysOf(namespace + name).answer);
    const entries = await this.#attempt(() => connection.client.mgetBuffer(keys));
    return names.map((name, index) => {
      const entry = entries?.[index];
      const answer = entry ? decodeAnswer(namespace + name, entry) : undefined;
      this.tally.damaged += entry && !answer ? 1 : 0;
      return { answer, claim: answer && Date.now() - answer.obtainedAt <= answer.ttl ? 'others' : 'ours' };
    });
  }

  /** Looks again for what is missing or outdated, and claims it; nothing when the server is away. */
  async #claim(names: readonly string[]): Promise<ReadonlyMap<string, LookupResult>> {
    const { connection, namespace, grace } = this.#options;
    const keys = names.map((name) => keysOf(namespace + name)).flatMap(({ answer, claim }) => [answer, claim]);
    const reply = await this.#attempt(() => connection.runForBytes(CLAIM, keys, [this.#process, CLAIM_TTL, grace]));
    const found = (reply ?? []) as readonly (readonly [entry: Buffer | null, isOurs: number])[];
    return new Map(
      found.map(([entry, isOurs], index) => {
        const name = names[index] ?? '';
        const answer = entry ? decodeAnswer(namespace + name, entry) : undefined;
        // What cannot be read is nobody's, though the server takes it for an answer.
        const claim = isOurs === 1 || (entry && !answer) ? 'ours' : 'others';
        if (claim === 'ours') {
          this.#note(name);
        }
        return [name, { answer, claim }];
      }),
    );
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const { connection, namespace, grace } = this.#options;
    const pipeline = connection.client.pipeline();
    for (const { name, answer, encoded } of entries) {
      const left = answer.ttl + grace - (Date.now() - answer.obtainedAt);
      pipeline.set(keysOf(namespace + name).answer, encoded, 'PX', Math.max(1, Math.round(left)));
    }
    const kept = await this.#attempt(async () => {
      for (const [error] of (await pipeline.exec()) ?? []) {
        if (error) {
          throw error;
        }
      }
      return entries.length;
    });
    this.tally.kept += kept ?? 0;
    this.tally.dropped += entries.length - (kept ?? 0);
    const claimed = entries.map(({ name }) => name).filter((name) => this.#claims.delete(name));
    await this.#extend(claimed, 0);
  }

  /** Remembers a claim, to renew it for as long as it is being asked for. */
  #note(name: string): void {
    this.#claims.set(name, Date.now());
    this.#renewals ??= setInterval(() => {
      this.#revalidate();
    }, CLAIM_TTL / 3).unref();
  }

  #revalidate(): void {
    const now = Date.now();
    for (const [name, since] of this.#claims) {
      if (now - since > MAX_CLAIM) {
        this.#claims.delete(name);
      }
    }
    if (this.#claims.size === 0) {
      clearInterval(this.#renewals);
      this.#renewals = undefined;
    }
    void this.#extend([...this.#claims.keys()], CLAIM_TTL);
  }

  async #extend(names: readonly string[], life: Milliseconds): Promise<void> {
    const { connection, namespace } = this.#options;
    if (names.length > 0 && connection.available) {
      const keys = names.map((name) => keysOf(namespace + name).claim);
      await this.#attempt(() => connection.run(EXTEND, keys, [this.#process, life]));
    }
  }

  /** What the server says, or undefined when it is away or cannot; whoever asked goes on without. */
  async #attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (!this.#options.connection.available) {
      return undefined;
    }
    try {
      const result = await ask();
      this.#isTroubled = false;
      return result;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  #fail(error: unknown): void {
    this.tally.failures += 1;
    if (!this.#isTroubled) {
      this.#isTroubled = true;
      this.#options.onTrouble(`The shared cache fails: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }
}

/** Resolves when it is known whether the server is in reach, at the latest when the first try to connect has failed. */
function firstContact(connection: RedisConnection): Promise<void> {
  return new Promise((resolve) => {
    if (connection.available) {
      resolve();
      return;
    }
    const stop = connection.watch(() => {
      stop();
      resolve();
    });
  });
}

/** Names hold what callers wrote, and are long. */
function keysOf(name: string): { readonly answer: string; readonly claim: string } {
  const digest = hash('sha256', name, 'base64url');
  return { answer: `entrez-graph:answer:${digest}`, claim: `entrez-graph:claim:${digest}` };
}
