import { existsSync, readFileSync } from 'node:fs';

import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

import { commandOf, DOCKERFILE, environmentOf, readStages } from './dockerfile.js';
import { contextPatterns } from './image.js';

const ROOT = new URL('../../', import.meta.url);
const stages = readStages();
const last = stages.at(-1);

describe('the Dockerfile', () => {
  it('is well-formed', () => {
    expect(validate(readFileSync(DOCKERFILE, 'utf8'))).toEqual([]);
  });

  it('builds on one release line of Node', () => {
    const images = stages.map(({ from }) => from).filter((from) => stages.every(({ name }) => name !== from));
    expect(new Set(images)).toEqual(new Set(['node:24-slim']));
  });

  it('copies only what exists, and what .dockerignore lets through', () => {
    const sources = stages
      .flatMap(({ instructions }) => instructions)
      .filter(({ name, flags }) => name === 'COPY' && flags.from === undefined)
      .flatMap(({ words }) => words.slice(0, -1));
    const shutOut = sources.filter(
      (source) => !contextPatterns().some((pattern) => pattern === source || pattern.startsWith(`${source}/`)),
    );
    expect(sources.length).toBeGreaterThan(5);
    expect([shutOut, sources.filter((source) => !existsSync(new URL(source, ROOT)))]).toEqual([[], []]);
  });

  it('runs one program, which gets the signals, as a user who may do little', () => {
    expect(last && [...commandOf(last, 'ENTRYPOINT'), ...commandOf(last, 'CMD')]).toEqual([
      'node',
      'dist/cli.js',
      'serve',
    ]);
    expect(last?.instructions.findLast(({ name }) => name === 'USER')?.text).toBe('node');
  });

  it('holds no secret, and says on which port it listens', () => {
    const environment = last && environmentOf(last);
    expect(environment).toEqual({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '4000' });
    expect(last?.instructions.find(({ name }) => name === 'EXPOSE')?.text).toBe(environment?.PORT);
  });
});
