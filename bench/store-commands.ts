import { setTimeout as delay } from 'node:timers/promises';

import { Redis } from 'ioredis';

/** What a command of a store is for; beats are what a process costs that does nothing. */
export const CAUSES = ['answers', 'messages', 'permits', 'beats'] as const;
type Cause = (typeof CAUSES)[number];
export type CommandCounts = Readonly<Record<Cause, number>>;

/** For so long the last commands of a load may be under way, as answers are stored some time later. */
const SETTLED_MS = 1000;
/** A message of a process that has nothing to say. */
const NO_NEWS = '"offers":[],"ended":[],"followed":[]';

/** Sees all commands that a store runs, those of scripts included. */
export class StoreCommands implements Disposable {
  readonly #monitor: Redis;
  #counts = none();
  /** What the script is for that runs now: its commands follow it. */
  #ofScript: Cause = 'beats';

  private constructor(monitor: Redis) {
    this.#monitor = monitor;
    monitor.on('monitor', (_time: string, args: readonly string[], source: string) => {
      if (source !== 'lua') {
        this.#ofScript = causeOf(args);
      }
      this.#counts[this.#ofScript] += 1;
    });
  }

  static async of(url: string): Promise<StoreCommands> {
    const client = new Redis(url);
    const monitor = await client.monitor();
    client.disconnect();
    return new StoreCommands(monitor);
  }

  /** The commands since the last time. */
  async take(): Promise<CommandCounts> {
    await delay(SETTLED_MS);
    const counts = this.#counts;
    this.#counts = none();
    return counts;
  }

  [Symbol.dispose](): void {
    this.#monitor.disconnect();
  }
}

function none(): Record<Cause, number> {
  return { answers: 0, messages: 0, permits: 0, beats: 0 };
}

function causeOf(args: readonly string[]): Cause {
  const has = (part: string): boolean => args.some((arg) => arg.includes(part));
  if (args.some((arg) => arg.startsWith('entrez-graph:answer:'))) {
    return 'answers';
  }
  if (has(':fleet:')) {
    return has(NO_NEWS) ? 'beats' : 'messages';
  }
  return has(':budget:') && !has(':budget:members') ? 'permits' : 'beats';
}
