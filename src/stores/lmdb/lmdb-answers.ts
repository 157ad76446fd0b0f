import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';

import type * as lmdb from 'lmdb';

import type { LocalStore, StoredAnswer } from '../../loading/cache/answer-store.js';
import type { Milliseconds } from '../../upstream/clock.js';
import { decodeAnswer, expiresAt } from '../encode-answer.js';
import { loadOptional } from '../load-optional.js';
import { type Entry, newTally, WriteBehind } from '../write-behind.js';
import { requireRoom, requireRoomFor } from './disk-room.js';
import { isSoundLmdbFile } from './lmdb-check.js';
import { CleanMark, makeFolder, requireLockFile } from './lmdb-file.js';

const FILE = 'answers.mdb';
/** Old entries that go at most for each new one, so that no write takes long. */
const EVICTIONS = 2;
/** How long nothing is written after a write that failed. */
const PAUSE: Milliseconds = 60_000;
/** How long the file may take to close. */
const MAX_CLOSE: Milliseconds = 2000;
/** Disk that a write may take for each byte of an answer: pages are copied before they are changed. */
const GROWTH = 2;

export interface LmdbAnswersOptions {
  readonly folder: string;
  /** Disk that the answers may take. The file may be somewhat larger: LMDB never makes it smaller. */
  readonly maxBytes: number;
  /** What the names of questions begin with, see `namespaceOf`. */
  readonly namespace: string;
  /** How long beyond its life an answer is kept. */
  readonly grace: Milliseconds;
  /** Told in one line that nothing can be read or written; once, until it can again. */
  readonly onTrouble?: (message: string) => void;
  /** The clock on the wall, in milliseconds since 1970. */
  readonly today?: () => number;
}

/**
 * Answers in a file of LMDB, which outlive the process. When they take more than they may, those go first that are
 * nearest to the end of their lives. Several processes may use one folder, but not over a network.
 */
export class LmdbAnswers implements LocalStore {
  readonly tally = newTally();
  readonly #options: Required<LmdbAnswersOptions>;
  readonly #file: lmdb.RootDatabase<Buffer, string>;
  readonly #answers: lmdb.Database<Buffer, string>;
  /** The keys of all answers in the order in which they go. One whose answer has been renewed is left behind in it. */
  readonly #order: lmdb.Database<Buffer, [expiresAt: number, key: string]>;
  readonly #mark: CleanMark;
  readonly #writes: WriteBehind;
  #isTroubled = false;
  #pausedUntil = -Infinity;

  private constructor(file: lmdb.RootDatabase<Buffer, string>, mark: CleanMark, options: Required<LmdbAnswersOptions>) {
    this.#options = options;
    this.#mark = mark;
    this.#writes = new WriteBehind({
      namespace: options.namespace,
      write: (entries) => this.#write(entries),
      onFailure: (error, names) => {
        this.tally.dropped += names.length;
        this.#fail(error);
      },
    });
    this.#file = file;
    this.#answers = file.openDB({ name: 'answers', encoding: 'binary' });
    this.#order = file.openDB({ name: 'order', encoding: 'binary' });
  }

  /**
   * Opens the answers of a folder, which is made if need be. A file that is damaged is deleted: it was only a cache.
   * Once open, nothing that happens to the disk is an error: answers that cannot be written are dropped, and counted.
   *
   * @throws Error, in words for the operator, with the code of what failed, when the package lmdb is not installed or the folder cannot be used.
   */
  static open(options: LmdbAnswersOptions): LmdbAnswers {
    const { open } = loadOptional('lmdb', 'CACHE_DIR') as typeof lmdb;
    const { folder, onTrouble = () => undefined, today = Date.now } = options;
    const path = join(folder, FILE);
    makeFolder(folder);
    const mark = new CleanMark(path);
    if (!mark.take() && !isSoundLmdbFile(path)) {
      // Another process may have it open: the new file needs locks of its own.
      rmSync(`${path}-lock`, { force: true });
      rmSync(path, { force: true });
      onTrouble(`${path} was damaged, and begins anew.`);
    }
    requireRoom(folder);
    requireLockFile(path);
    // A batch of lmdb's own for each turn would fail with a promise that nobody holds, and so end the process.
    const file = open<Buffer, string>({
      path,
      noSubdir: true,
      maxDbs: 2,
      encoding: 'binary',
      eventTurnBatching: false,
    });
    mark.opened();
    return new LmdbAnswers(file, mark, { ...options, onTrouble, today });
  }

  /** Synchronous, since the file is mapped into memory: to wait for a thread would take longer than most reads. */
  get(name: string): StoredAnswer | undefined {
    const question = this.#options.namespace + name;
    const entry = this.#read(keyOf(question));
    const answer = entry && decodeAnswer(question, entry);
    this.tally[answer ? 'hits' : 'misses'] += 1;
    this.tally.damaged += entry && !answer ? 1 : 0;
    return answer;
  }

  keep(name: string, answer: StoredAnswer): void {
    if (!this.#writes.add(name, answer)) {
      this.tally.dropped += 1;
    }
  }

  async close(): Promise<void> {
    await this.#writes.done();
    const patience = new AbortController();
    try {
      // After a write that failed, lmdb waits for ever to have it on the disk.
      const closed = this.#file.close().then(() => {
        this.#mark.leave();
      });
      await Promise.race([closed, delay(MAX_CLOSE, undefined, patience)]);
    } catch (error) {
      this.#fail(error);
    } finally {
      patience.abort();
    }
  }

  /** An entry, to be read before the next one. */
  #read(key: string): Buffer | undefined {
    try {
      const entry = this.#answers.getBinaryFast(key);
      // Its length is true, but not what newer lines of Node take it for: they see all that lies behind it, too.
      return entry && Buffer.from(entry.buffer, entry.byteOffset, entry.length);
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /** @throws the reason why nothing could be written. */
  async #write(entries: readonly Entry[]): Promise<void> {
    const { today } = this.#options;
    if (today() < this.#pausedUntil) {
      this.tally.dropped += entries.length;
      return;
    }
    this.#pausedUntil = today() + PAUSE;
    const bytes = entries.reduce((sum, { encoded }) => sum + encoded.length, 0);
    await requireRoomFor(this.#mark.path, bytes * GROWTH);
    const outdated = this.#outdated(EVICTIONS * entries.length);
    // Each change has a promise of its own, which fails with the batch: unheard, it would end the process.
    const changes: Promise<boolean>[] = [];
    try {
      const batch = this.#file.batch(() => {
        for (const { name, answer, encoded } of entries) {
          const key = keyOf(this.#options.namespace + name);
          changes.push(this.#answers.put(key, encoded));
          changes.push(this.#order.put([answer.obtainedAt + answer.ttl, key], Buffer.alloc(0)));
        }
        changes.push(...outdated.flatMap((entry) => this.#remove(entry)));
      });
      await Promise.all([batch, ...changes]);
    } catch (error) {
      throw await reasonOf(error);
    }
    this.tally.kept += entries.length;
    this.#pausedUntil = -Infinity;
    this.#isTroubled = false;
  }

  /** The entries that are older than they may be given, or, when there are too many, those nearest to that. */
  #outdated(limit: number): readonly (readonly [expiresAt: number, key: string])[] {
    const { maxBytes, today, grace } = this.#options;
    const end = this.#bytes > maxBytes ? Infinity : today() - grace;
    return [...this.#order.getKeys({ end: [end, ''], limit })];
  }

  #remove([until, key]: readonly [expiresAt: number, key: string]): readonly Promise<boolean>[] {
    const entry = this.#read(key);
    const isRenewed = entry && expiresAt(entry) !== until;
    return [this.#order.remove([until, key]), ...(isRenewed || !entry ? [] : [this.#answers.remove(key)])];
  }

  /** Disk that is in use. */
  get #bytes(): number {
    return [this.#answers, this.#order].reduce((sum, database) => {
      const stats = database.getStats() as DatabaseStats;
      return sum + (stats.treeBranchPageCount + stats.treeLeafPageCount + stats.overflowPages) * stats.pageSize;
    }, 0);
  }

  #fail(error: unknown): void {
    this.tally.failures += 1;
    if (!this.#isTroubled) {
      this.#isTroubled = true;
      const reason = error instanceof Error ? error.message : 'unknown';
      this.#options.onTrouble(
        `CACHE_DIR cannot be written or read: ${reason}. Answers are kept in memory; the disk is tried again each minute.`,
      );
    }
  }
}

/** Why a write failed: lmdb fails with an error that holds a promise of the true one. */
async function reasonOf(failed: unknown): Promise<unknown> {
  const { commitError } = failed as { readonly commitError?: Promise<unknown> };
  try {
    await Promise.race([commitError, nextTurn()]);
    return failed;
  } catch (reason) {
    return reason;
  }
}

/** What lmdb says of a database; its own types leave that open. */
interface DatabaseStats {
  readonly pageSize: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

/** Names are longer than LMDB's keys may be. */
function keyOf(name: string): string {
  return hash('sha256', name, 'base64url');
}
