import type { Finding, Verdict } from './examine.js';

const MARKS: Readonly<Record<Verdict, string>> = { holds: 'ok', differs: 'DIFFERS', 'could not tell': '?' };
const WIDTH = Math.max(...Object.values(MARKS).map(({ length }) => length));

/** A finding as lines for people. */
export function describeFinding({ name, belief, verdict, seen, calls, shared }: Finding): string {
  const cost = calls === 0 && shared > 0 ? 'no call of its own' : plural(calls, 'call');
  const head = `${MARKS[verdict].padEnd(WIDTH)}  ${name} (${cost}): ${belief}`;
  return verdict === 'holds' ? head : `${head}\n${' '.repeat(WIDTH + 2)}${seen}`;
}

/** The sum of all findings in one line. */
export function describeSum(findings: readonly Finding[]): string {
  const count = (verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length;
  const calls = findings.reduce((sum, finding) => sum + finding.calls, 0);
  return `${count('holds')} hold, ${count('differs')} differ, ${count('could not tell')} could not tell; ${plural(calls, 'call')}.`;
}

/** 0 if all hold, 1 if one differs, 3 if none differs and one could not tell. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 | 3 {
  const verdicts = new Set(findings.map(({ verdict }) => verdict));
  return verdicts.has('differs') ? 1 : verdicts.has('could not tell') ? 3 : 0;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
