import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import type { Door } from '../../src/upstream/door.js';
import { Doors, type DoorsOptions } from '../../src/upstream/doors.js';
import { FakeClock } from '../support/fake-clock.js';
import { acquire, SPAN, spendPermits } from '../support/pacing.js';
import { plainQuestion } from '../support/questions.js';
import { answers, refuses, type Reply, ScriptedTransport } from '../support/scripted-transport.js';

const SERVERS_KEY = 'the-key-of-the-server';
const CALLERS_KEY = 'the-key-of-a-caller';
const DEADLINE = 60_000;

function doorsWith(options: Partial<DoorsOptions> = {}, reply: Reply = answers('{}')) {
  const clock = new FakeClock();
  const transport = new ScriptedTransport(reply);
  const doors = new Doors({
    clock,
    transport,
    rps: 3,
    apiKey: SERVERS_KEY,
    maxInFlight: 32,
    timeout: 5000,
    deadline: DEADLINE,
    ...options,
  });
  return { clock, doors, transport };
}

function ask(door: Door): Promise<string> {
  return door.ask(plainQuestion('1'), { signal: new AbortController().signal });
}

describe('Doors give', () => {
  it('the own door to callers without a key, and one for each key to the others, always the same', () => {
    const { doors } = doorsWith();
    expect(doors.of(CALLERS_KEY)).toBe(doors.of(CALLERS_KEY));
    expect(doors.of(CALLERS_KEY)).not.toBe(doors.own);
    expect(doors.of('another-key')).not.toBe(doors.of(CALLERS_KEY));
    expect(doors.count).toBe(3);
  });

  it('the own door to callers who bring the key of the server: NCBI counts them together', () => {
    const { doors } = doorsWith();
    expect(doors.of(SERVERS_KEY)).toBe(doors.own);
    expect(doors.count).toBe(1);
  });

  it('doors that say whose key they use', () => {
    const { doors } = doorsWith();
    expect([doors.own.keyOwner, doors.of(CALLERS_KEY).keyOwner]).toEqual(['server', 'caller']);
    expect(doorsWith({ apiKey: undefined }).doors.own.keyOwner).toBe('none');
  });

  it('doors that send with their key, or with none', async () => {
    const { clock, doors, transport } = doorsWith();
    await clock.finish(Promise.all([ask(doors.own), ask(doors.of(CALLERS_KEY))]));
    expect(transport.apiKeys).toEqual([SERVERS_KEY, CALLERS_KEY]);
    const keyless = doorsWith({ apiKey: undefined });
    await keyless.clock.finish(ask(keyless.doors.own));
    expect(keyless.transport.apiKeys).toEqual([undefined]);
  });

  it('each key a rate of its own: the configured one to the server, ten a second to callers', async () => {
    const { doors } = doorsWith({ rps: 3 });
    const [own, callers] = [doors.own.pacer, doors.of(CALLERS_KEY).pacer];
    expect([own.state.limit, callers.state.limit]).toEqual([3, 10]);
    await spendPermits(own, 3);
    expect([own.state.remaining, callers.state.remaining]).toEqual([0, 10]);
  });

  it('refusals of one key no weight for the others', async () => {
    const { clock, doors } = doorsWith({}, refuses(429, '{"error":"API rate limit exceeded","count":"11"}'));
    await expect(clock.finish(ask(doors.of(CALLERS_KEY)))).rejects.toMatchObject({ code: 'UPSTREAM_RATE_LIMITED' });
    expect(doors.of(CALLERS_KEY).pacer.state.slowedBy).toBeGreaterThan(1);
    expect(doors.own.pacer.state).toMatchObject({ slowedBy: 1, coolingFor: 0 });
  });
});

describe('Doors are dropped', () => {
  /** Whether the door of a key is still the same, once others have come that need room. */
  function isKept(doors: Doors, key: string, door: Door): boolean {
    doors.of(`newcomer-${doors.count}`);
    return doors.of(key) === door;
  }

  it('when they are idle and no operation can hold them any more', async () => {
    const { clock, doors } = doorsWith();
    const door = doors.of(CALLERS_KEY);
    await clock.advance(DEADLINE + 1);
    expect(isKept(doors, CALLERS_KEY, door)).toBe(false);
  });

  it('not while an operation may hold them, or one key would have two pacers', async () => {
    const { clock, doors } = doorsWith();
    const door = doors.of(CALLERS_KEY);
    for (let i = 0; i < 3; i += 1) {
      await clock.advance(DEADLINE);
      expect(isKept(doors, CALLERS_KEY, door)).toBe(true);
    }
  });

  it('not while a request is under way, or one has just been', async () => {
    const { clock, doors } = doorsWith();
    const door = doors.of(CALLERS_KEY);
    const permit = await acquire(door.pacer);
    await clock.advance(DEADLINE + 1);
    doors.of('newcomer');
    permit.release();
    const late = await acquire(door.pacer);
    late.release();
    expect(isKept(doors, CALLERS_KEY, door)).toBe(true);
    await clock.advance(DEADLINE + SPAN);
    expect(isKept(doors, CALLERS_KEY, door)).toBe(false);
  });

  it('never more than are needed: too many keys in use at once are refused, known ones are not', async () => {
    const { clock, doors } = doorsWith();
    const first = doors.of('key-0');
    for (let i = 1; i < 1000; i += 1) {
      doors.of(`key-${i}`);
    }
    expect(doors.count).toBe(1001);
    expect(() => doors.of('one-too-many')).toThrow(
      expect.objectContaining({ code: 'OVERLOADED', details: { retryAfterMs: 1000 } }),
    );
    expect(doors.of('key-0')).toBe(first);
    await clock.advance(DEADLINE + 1);
    expect(doors.of('one-too-many').keyOwner).toBe('caller');
    expect(doors.count).toBe(2);
  });
});

describe('Doors keep keys to themselves', () => {
  it('neither doors nor their failures show one, however deep they are looked into', async () => {
    const { clock, doors } = doorsWith({}, refuses(400, `{"error":"API key invalid","api-key":"${CALLERS_KEY}"}`));
    const failure: unknown = await clock.finish(ask(doors.of(CALLERS_KEY)).catch((error: unknown) => error));
    expect(failure).toMatchObject({ code: 'INVALID_API_KEY' });
    const shown = inspect([doors, doors.own, doors.of(CALLERS_KEY), failure], { depth: 20, showHidden: true });
    expect(shown).toContain('keyOwner');
    expect(shown).not.toContain(CALLERS_KEY);
    expect(shown).not.toContain(SERVERS_KEY);
    expect(JSON.stringify([doors, failure])).not.toMatch(/the-key-of/);
  });
});

describe('Doors close', () => {
  it('the connections that they share', async () => {
    const { doors, transport } = doorsWith();
    await doors.close();
    expect(transport.closed).toBe(true);
  });
});
