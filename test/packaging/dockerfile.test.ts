import { existsSync, readFileSync } from 'node:fs';

import { From } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

import { CMD, copied, DOCKERFILE, ENTRYPOINT, ENVIRONMENT, HEALTHCHECK, IMAGE, STAGES, valueOf } from './dockerfile.js';

const ROOT = new URL('../../', import.meta.url);
/** What `.dockerignore` lets through, behind the line that shuts everything out. */
const [first, ...letThrough] = readFileSync(new URL('.dockerignore', ROOT), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('the Dockerfile', () => {
  it('is well-formed', () => {
    expect(validate(DOCKERFILE)).toEqual([]);
  });

  it('builds on one release line of Node', () => {
    const froms = STAGES.map(([from]) => from).filter((from) => from instanceof From);
    const stages = froms.map((from) => from.getBuildStage());
    const images = froms.map((from) => from.getImage()).filter((image) => !stages.includes(image));
    expect(new Set(images)).toEqual(new Set(['node:24-slim']));
  });

  it('copies only what exists, and what .dockerignore lets through', () => {
    const sources = copied(STAGES)
      .filter(({ fromStage }) => !fromStage)
      .map(({ source }) => source);
    const patterns = letThrough.map((line) => line.replace(/^!/, ''));
    const shutOut = sources.filter(
      (source) => !patterns.some((pattern) => pattern === source || pattern.startsWith(`${source}/`)),
    );
    expect([first, letThrough.filter((line) => !line.startsWith('!'))]).toEqual(['*', []]);
    expect(sources.length).toBeGreaterThan(5);
    expect([shutOut, sources.filter((source) => !existsSync(new URL(source, ROOT)))]).toEqual([[], []]);
  });

  it('leaves in the image what runs, and nothing to build or test with', () => {
    expect(copied([IMAGE]).map(({ source }) => source)).toEqual([
      '/app/node_modules',
      '/app/dist',
      'package.json',
      'LICENSE',
      'schema',
      'sample',
      'examples',
    ]);
  });

  it('runs one program, which gets the signals, as a user who may do little', () => {
    expect([...ENTRYPOINT, ...CMD]).toEqual(['node', 'dist/cli.js', 'serve']);
    expect(HEALTHCHECK[0]).toBe('node');
    expect(valueOf('USER')).toBe('node');
  });

  it('holds no secret, and says on which port it listens', () => {
    expect(ENVIRONMENT).toEqual({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '4000' });
    expect(valueOf('EXPOSE')).toBe(ENVIRONMENT.PORT);
  });
});
