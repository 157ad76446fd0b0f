import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

/** What we use of a service in a Compose file. */
export interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly stop_grace_period?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

/** Our services by name. */
export const SERVICES = (
  parse(readFileSync(new URL('../../compose.yaml', import.meta.url), 'utf8')) as {
    readonly services: Readonly<Record<string, Service>>;
  }
).services;

export const CADDYFILE = new URL('../../deploy/Caddyfile', import.meta.url);

/** A service that must be there. */
export function serviceOf(name: string): Service {
  const service = SERVICES[name];
  if (!service) {
    throw new Error(`compose.yaml has no service ${name}.`);
  }
  return service;
}

/** The variables of a service where nothing is set outside: `${NAME:-default}` is its default. */
export function variablesOf({ environment = {} }: Service): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, String(value).replace(/\$\{\w+:-([^}]*)\}/g, '$1')]),
  );
}
