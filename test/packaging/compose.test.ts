import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { sandboxCommand } from '../../src/cli/sandbox.js';
import { readConfig, settingList } from '../../src/config.js';
import { CADDYFILE, type Service, serviceOf, SERVICES, variablesOf } from './compose.js';
import { ENVIRONMENT, HEALTHCHECK } from './dockerfile.js';

const ROOT = new URL('../../', import.meta.url);
const services = Object.entries(SERVICES);
const gateways = services.filter(([name]) => name.startsWith('gateway-'));
const caddyfile = readFileSync(CADDYFILE, 'utf8');

/** The words behind a flag of a command. */
function flag({ command = [] }: Service, name: string): string | undefined {
  return command[command.indexOf(name) + 1];
}

describe('compose.yaml', () => {
  it('runs two gateways, a store, the sandbox and a proxy', () => {
    expect(Object.keys(SERVICES)).toEqual(['gateway-a', 'gateway-b', 'valkey', 'sandbox', 'proxy']);
  });

  it('builds what is ours, and takes everything else at a major version', () => {
    for (const [name, { build, image: from = '' }] of services) {
      if (build === undefined) {
        expect(from, name).toMatch(/^[\w/]+:\d+-alpine$/);
      } else {
        expect([existsSync(new URL(`${build}/Dockerfile`, ROOT)), from]).toEqual([true, 'entrez-graph']);
      }
    }
  });

  it('sets only settings that there are, to values that are accepted', () => {
    const known: readonly string[] = settingList.map(({ name }) => name);
    for (const [, service] of gateways) {
      expect(Object.keys(service.environment ?? {}).filter((name) => !known.includes(name))).toEqual([]);
      expect(() => readConfig(variablesOf(service))).not.toThrow();
    }
  });

  it('holds no secret', () => {
    for (const [, { environment }] of gateways) {
      expect(environment?.NCBI_API_KEY).toBe('${NCBI_API_KEY:-}');
    }
  });

  it('starts the sandbox with flags that it has', () => {
    const [name, ...flags] = serviceOf('sandbox').command ?? [];
    const command = sandboxCommand();
    expect([command.name(), command.parseOptions(flags)]).toEqual([name, { operands: [], unknown: [] }]);
  });

  it('mounts files that exist', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    expect(mounted.filter((file) => !existsSync(new URL(file, ROOT)))).toEqual([]);
    expect(mounted).toEqual(['./deploy/Caddyfile']);
  });

  it('waits only for services that can say that they are well', () => {
    for (const [name, { depends_on = {} }] of services) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const { build, healthcheck } = serviceOf(other);
        expect([name, condition, build !== undefined || healthcheck !== undefined]).toEqual([
          name,
          'service_healthy',
          true,
        ]);
      }
    }
    expect(HEALTHCHECK).not.toEqual([]);
    // That of the image asks a gateway.
    expect(serviceOf('sandbox').healthcheck?.test.join(' ')).toContain(
      `:${String(flag(serviceOf('sandbox'), '--port'))}/`,
    );
  });

  it('leads every address to a service and its port', () => {
    for (const [, service] of gateways) {
      const { NCBI_BASE_URL = '', REDIS_URL = '' } = variablesOf(service);
      expect(new URL(NCBI_BASE_URL).host).toBe(`sandbox:${String(flag(serviceOf('sandbox'), '--port'))}`);
      expect(new URL(REDIS_URL).host).toBe('valkey:6379');
    }
    const upstreams = /\{\$GATEWAYS:([^}]+)\}/.exec(caddyfile)?.[1]?.split(' ');
    expect(upstreams).toEqual(gateways.map(([name]) => `${name}:${String(ENVIRONMENT.PORT)}`));
    const listens = /\{\$PORT:(\d+)\}/.exec(caddyfile)?.[1];
    expect(serviceOf('proxy').ports).toEqual([`127.0.0.1:4000:${String(listens)}`]);
  });

  it('gives a gateway the time that it takes to stop, and the proxy the time to see that', () => {
    const interval = Number(/health_interval (\d+)s/.exec(caddyfile)?.[1]) * 1000;
    for (const [, service] of gateways) {
      const { DRAIN_GRACE_MS, DRAIN_TIMEOUT_MS } = readConfig(variablesOf(service));
      expect(DRAIN_GRACE_MS).toBeGreaterThan(2 * interval);
      expect(Number.parseInt(service.stop_grace_period ?? '', 10) * 1000).toBeGreaterThan(
        DRAIN_GRACE_MS + DRAIN_TIMEOUT_MS,
      );
    }
  });
});
