import { EntrezError, type ErrorCode } from '../../eutils/failures/errors.js';
import type { Belief } from './belief.js';
import { Difference, Undecided } from './difference.js';
import type { Probe } from './probe.js';

export type Verdict = 'holds' | 'differs' | 'could not tell';

/** What became of one belief. */
export interface Finding {
  readonly name: string;
  readonly belief: string;
  readonly verdict: Verdict;
  /** What NCBI did. */
  readonly seen: string;
  /** Requests it took, retries included. */
  readonly calls: number;
  /** Answers to earlier requests that it read. */
  readonly shared: number;
}

/** By these codes NCBI refuses a question that the code believes to be right; by the others it fails. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'UNSUPPORTED_COMMAND',
  'UNKNOWN_ID',
  'BAD_USER_INPUT',
  'HISTORY_EXPIRED',
]);

/**
 * Checks beliefs in their order. One whose needs do not hold takes no call. One that differs is checked once more, since
 * a single bad answer is NCBI's daily life.
 */
export async function* examine(beliefs: readonly Belief[], probe: Probe): AsyncGenerator<Finding> {
  const verdicts = new Map<string, Verdict>();
  for (const belief of beliefs) {
    const { calls, shared } = probe;
    const missing = belief.needs?.find((need) => verdicts.get(need) !== 'holds');
    const judgement: Judgement =
      missing === undefined
        ? await judgeTwice(belief, probe)
        : { verdict: 'could not tell', seen: needs(missing, verdicts.get(missing)) };
    verdicts.set(belief.name, judgement.verdict);
    yield {
      name: belief.name,
      belief: belief.says,
      ...judgement,
      calls: probe.calls - calls,
      shared: probe.shared - shared,
    };
  }
}

function needs(name: string, verdict: Verdict | undefined): string {
  return `It needs "${name}", which ${verdict === 'differs' ? 'does not hold' : 'could not be checked'}.`;
}

type Judgement = Pick<Finding, 'verdict' | 'seen'>;

async function judgeTwice(belief: Belief, probe: Probe): Promise<Judgement> {
  const first = await judge(belief, probe);
  if (first.verdict !== 'differs') {
    return first;
  }
  probe.forget();
  const second = await judge(belief, probe);
  return second.verdict === 'holds'
    ? { verdict: 'could not tell', seen: `It differed once and held the next time. ${first.seen}` }
    : second;
}

async function judge({ check }: Belief, probe: Probe): Promise<Judgement> {
  try {
    return { verdict: 'holds', seen: await check(probe) };
  } catch (error) {
    if (error instanceof Difference) {
      return { verdict: 'differs', seen: error.message };
    }
    if (error instanceof Undecided) {
      return { verdict: 'could not tell', seen: error.message };
    }
    if (error instanceof EntrezError) {
      return {
        verdict: REFUSALS.has(error.code) ? 'differs' : 'could not tell',
        seen: `${error.code}: ${error.message}`,
      };
    }
    throw error;
  }
}
