/** Starts are counted over this span: NCBI's second and the margin of the pacer. */
export const WINDOW_MS = 1100;

/** One step of a traversal: what is asked about each id that the step before it found. */
export interface Level {
  /** The link name, or the utility where there is none. */
  readonly name: string;
  /** Ids that one call can be about. */
  readonly batchSize: number;
  /** What an answer about an id tells: ids for the next level. */
  readonly find: (id: string) => readonly string[];
}

export interface ScheduleOptions {
  readonly levels: readonly Level[];
  /** Ids for the first level, known from the start. */
  readonly ids: readonly string[];
  /** Starts allowed in any window. */
  readonly rps: number;
  /** Milliseconds that a call takes; drawn in the order of the starts. */
  readonly latencyOf: (level: Level, ids: readonly string[]) => number;
}

/** One call of a schedule, with times in milliseconds from its beginning. */
export interface ScheduledCall {
  readonly level: Level;
  readonly ids: readonly string[];
  /** When the last of its ids was known. */
  readonly knownAt: number;
  readonly start: number;
  readonly end: number;
}

/** A level while it is worked on. */
interface Progress {
  readonly level: Level;
  readonly known: Set<string>;
  /** Known ids that are in no batch yet. */
  readonly waiting: string[];
  /** Batches that were formed but have no answer. */
  open: number;
}

type Batch = Pick<ScheduledCall, 'ids' | 'knownAt'> & { readonly progress: Progress };

/**
 * The best that a client with the same batches could do: no id is asked twice, a batch goes when it is full or when no
 * more ids can come, so that the calls are the fewest there can be; each starts as soon as its ids are known and the
 * rate allows, those known first go first, and nothing but latency takes time.
 *
 * @returns The calls in the order of their starts.
 */
export function idealSchedule({ levels, ids, rps, latencyOf }: ScheduleOptions): readonly ScheduledCall[] {
  const progress = levels.map((level): Progress => ({ level, known: new Set(), waiting: [], open: 0 }));
  const ready: Batch[] = [];
  const underWay: (ScheduledCall & { readonly progress: Progress })[] = [];
  const started: ScheduledCall[] = [];
  let now = 0;

  const learn = (at: Progress | undefined, found: readonly string[]): void => {
    for (const id of found) {
      if (at && !at.known.has(id)) {
        at.known.add(id);
        at.waiting.push(id);
      }
    }
  };
  const formBatches = (): void => {
    let moreMayCome = false;
    for (const at of progress) {
      while (at.waiting.length >= at.level.batchSize || (at.waiting.length > 0 && !moreMayCome)) {
        at.open += 1;
        ready.push({ progress: at, ids: at.waiting.splice(0, at.level.batchSize), knownAt: now });
      }
      moreMayCome ||= at.open > 0;
    }
  };

  learn(progress[0], ids);
  for (;;) {
    formBatches();
    const [next] = ready;
    const mayStart = next ? Math.max(now, (started.at(-rps)?.start ?? -Infinity) + WINDOW_MS) : Infinity;
    const [answer] = underWay;
    if (answer && answer.end <= mayStart) {
      now = answer.end;
      underWay.shift();
      answer.progress.open -= 1;
      learn(progress[progress.indexOf(answer.progress) + 1], answer.ids.flatMap(answer.level.find));
    } else if (next) {
      now = mayStart;
      ready.shift();
      const { level } = next.progress;
      const call = { ...next, level, start: now, end: now + latencyOf(level, next.ids) };
      started.push(call);
      underWay.push(call);
      underWay.sort((a, b) => a.end - b.end);
    } else {
      return started;
    }
  }
}

/** When the last answer of a schedule is there. */
export function endOf(calls: readonly ScheduledCall[]): number {
  return Math.max(0, ...calls.map(({ end }) => end));
}
