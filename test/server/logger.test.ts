import { describe, expect, it } from 'vitest';

import { createLogger, type Secrets } from '../../src/server/logger.js';

type Line = Readonly<Record<string, unknown>>;

/** What a logger writes while `write` uses it. */
function linesOf(
  write: (logger: ReturnType<typeof createLogger>) => void,
  { level = 'debug', secrets = {} }: { level?: 'debug' | 'info' | 'warn' | 'silent'; secrets?: Partial<Secrets> } = {},
): Line[] {
  const lines: Line[] = [];
  write(createLogger(level, secrets, { write: (line) => lines.push(JSON.parse(line) as Line) }));
  return lines;
}

describe('a log line', () => {
  it('is JSON with a level, a time and a message', () => {
    const [line] = linesOf((logger) => {
      logger.warn('NCBI is', 'slow');
    });
    expect(line).toEqual({ level: 40, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), msg: 'NCBI is slow' });
  });

  it('takes fields from a plain object in front', () => {
    const [line] = linesOf((logger) => {
      logger.info({ requestId: 'r-1', calls: 3, codes: { UNKNOWN_ID: 2 }, name: undefined }, 'operation partial');
    });
    expect(line).toMatchObject({ requestId: 'r-1', calls: 3, codes: { UNKNOWN_ID: 2 }, msg: 'operation partial' });
    expect(line).not.toHaveProperty('name');
  });

  it('is not written below the level', () => {
    const write = (logger: ReturnType<typeof createLogger>): void => {
      logger.debug('one');
      logger.info('two');
      logger.warn('three');
    };
    expect(linesOf(write, { level: 'info' })).toHaveLength(2);
    expect(linesOf(write, { level: 'silent' })).toEqual([]);
  });

  it('tells an error by its stack, not by its cause', () => {
    const [line] = linesOf((logger) => {
      logger.error({ requestId: 'r-1' }, new Error('it broke', { cause: new Error('api_key=secret') }));
    });
    expect(line?.msg).toMatch(/^Error: it broke\n +at /);
    expect(JSON.stringify(line)).not.toContain('secret');
  });

  it('shows no key, address or stored set, whoever wrote it, and no secret of this process', () => {
    const secrets = { NCBI_API_KEY: 'a key of another form', NCBI_EMAIL: 'operator@example.org' };
    const lines = linesOf(
      (logger) => {
        logger.error('{"api-key":"0123","from":"203.0.113.7"}', new Error('MCID_0123456789abcdef is gone'));
        logger.warn({ operation: 'abcdef0123456789abcdef0123456789abcd', who: { mail: 'operator@example.org' } }, 'x');
        logger.debug('sent with a key of another form');
      },
      { secrets },
    );
    expect(lines.map(({ msg }) => msg)).toEqual([
      expect.stringMatching(/^\{"api-key":"\[removed\]","from":"\[address\]"\} Error: \[removed\] is gone/),
      'x',
      'sent with [removed]',
    ]);
    expect(lines[1]).toMatchObject({ operation: '[removed]', who: { mail: '[removed]' } });
  });
});
