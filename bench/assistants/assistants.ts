import { isDeepStrictEqual } from 'node:util';

import { startSandbox } from '../../src/sandbox/server.js';
import type { Bench, Table } from '../bench.js';
import { askBridge, bridgeTools } from './by-bridge.js';
import { ByRawTools, RAW_TOOLS } from './by-raw-tools.js';
import { ByTools } from './by-tools.js';
import { RPS, startCold } from './gateway-under-test.js';
import { type Question, QUESTIONS, SampleAnswers } from './questions.js';
import { type Account, Tally } from './tally.js';

const answers = new SampleAnswers();

function isRight(question: Question, answer: ReadonlySet<string>): boolean {
  const expected = answers.of(question);
  return expected.size > 0 && isDeepStrictEqual([...answer].toSorted(), [...expected].toSorted());
}

async function askTools(): Promise<Account> {
  let tally: Tally | undefined;
  let [calls, right, seconds] = [0, 0, 0];
  for (const question of QUESTIONS) {
    await using caller = await ByTools.start();
    tally ??= await caller.definitions();
    const since = performance.now();
    right += Number(isRight(question, await caller.answer(question, tally)));
    seconds += (performance.now() - since) / 1000;
    calls += caller.calls;
  }
  return { caller: 'tools at /mcp', tally: tally ?? new Tally(''), calls, right, seconds };
}

/** Its time is that of calls one after the other at the rate, with nothing else to wait for. */
async function askRawTools(): Promise<Account> {
  const sandbox = await startSandbox({ rps: 0 });
  try {
    const tally = new Tally(RAW_TOOLS);
    const caller = new ByRawTools(sandbox.url, tally);
    let right = 0;
    let calls = 0;
    for (const question of QUESTIONS) {
      const before = sandbox.requests.length;
      right += Number(isRight(question, await caller.answer(question)));
      calls += sandbox.requests.length - before;
    }
    return { caller: 'raw E-utilities tools', tally, calls, right, seconds: calls / RPS };
  } finally {
    await sandbox.close();
  }
}

async function askGraphql(): Promise<Account> {
  const tally = new Tally(bridgeTools());
  let [calls, right, seconds] = [0, 0, 0];
  for (const question of QUESTIONS) {
    await using gateway = await startCold();
    const since = performance.now();
    right += Number(isRight(question, await askBridge(gateway.url, question, tally)));
    seconds += (performance.now() - since) / 1000;
    calls += gateway.calls;
  }
  return { caller: 'generic GraphQL bridge', tally, calls, right, seconds };
}

/** Goals: five times fewer tokens and three times fewer calls than raw tools, all answers right. */
export const assistants: Bench = {
  name: 'assistants',
  async measure(): Promise<Table> {
    const tools = await askTools();
    const raw = await askRawTools();
    const accounts = [tools, raw, await askGraphql()];
    const [fewerTokens, fewerCalls] = [raw.tally.total / tools.tally.total, raw.calls / tools.calls];
    return {
      columns: [
        '30 questions by',
        'definitions',
        'tokens read',
        'tokens written',
        'tokens in all',
        'calls',
        'right',
        'time at 3/s',
      ],
      rows: [
        ...accounts.map(({ caller, tally, calls, right, seconds }) => [
          caller,
          String(tally.definitions),
          String(tally.read),
          String(tally.written),
          String(tally.total),
          String(calls),
          caller === tools.caller
            ? { text: `${right} of ${QUESTIONS.length}`, met: right === QUESTIONS.length }
            : `${right} of ${QUESTIONS.length}`,
          `${seconds.toFixed(0)} s`,
        ]),
        [
          'raw tools ÷ tools (goals 5 and 3)',
          '',
          '',
          '',
          { text: fewerTokens.toFixed(1), met: fewerTokens >= 5 },
          { text: fewerCalls.toFixed(1), met: fewerCalls >= 3 },
          '',
          (raw.seconds / tools.seconds).toFixed(1),
        ],
      ],
    };
  },
};
