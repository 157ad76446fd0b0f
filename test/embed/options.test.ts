import { describe, expect, it } from 'vitest';

import { ConfigError, createEntrezGraph, type EntrezGraphOptions } from '../../src/index.js';

describe('options', () => {
  it.each<[EntrezGraphOptions, RegExp]>([
    [{ limits: { maxCalls: 0 } }, /^limits\.maxCalls must be a whole number from 1 to .*, not "0"\.$/],
    [{ ncbi: { requestsPerSecond: 2.5 } }, /^ncbi\.requestsPerSecond must be a whole number/],
    [{ ncbi: { apiKey: 'a secret' } }, /^ncbi\.apiKey must be .*, not the value given\.$/],
    [{ cache: { folder: '/tmp/x', redisUrl: 'redis://localhost' } }, /^cache\.folder and cache\.redisUrl cannot be/],
    [{ ncbi: { apikey: 'k' } } as EntrezGraphOptions, /^Unknown option ncbi\.apikey\. Known options: ncbi\.baseUrl/],
    [
      { access: { corsOrigins: ['no origin'] } },
      /^access\.corsOrigins must be origins such as \S+, not "no origin"\.$/,
    ],
    [{ federation: '1.0' as '2.9' }, /^federation must be one of 2\.9, 2\.3, not "1\.0"\.$/],
    // What is found out by files and by the schema.
    [{ rootField: 'gene' }, /^rootField: "gene" is a field of Query already\./],
    [{ catalogFile: '/nowhere.json' }, /^catalogFile: Cannot use the catalog \/nowhere\.json/],
    [{ access: { trustedDocuments: '/nowhere.json' } }, /^access\.trustedDocuments cannot be used: /],
    [{ tables: { folder: '/nowhere' } }, /^tables\.folder cannot be used: \/nowhere is no folder\./],
    [{ tables: { use: 'always' as 'prefer' } }, /^tables\.use must be one of prefer, fallback, off, not "always"\.$/],
    [{ endpoint: 'graphql' }, /^endpoint must be a path such as \/graphql, not 'graphql'\.$/],
    [{ endpoint: '/graphql?x' }, /^endpoint must be a path/],
  ])('%j are refused by the name they were given under', (options, message) => {
    expect(() => createEntrezGraph(options)).toThrow(ConfigError);
    expect(() => createEntrezGraph(options)).toThrow(message);
  });

  it.each<[unknown, RegExp]>([
    [null, /^The options must be an object of options, not null\.$/],
    [[], /^The options must be/],
    [{ ncbi: 'https://example.org' }, /^ncbi must be an object of options, not 'https:\/\/example\.org'\.$/],
    [{ access: new Map() }, /^access must be an object of options/],
    [{ 'limits.maxCalls': 5 }, /^Unknown option "limits\.maxCalls"\./],
    [{ constructor: 5 }, /^Unknown option constructor\./],
    [{ limits: { maxCalls: '5' } }, /^limits\.maxCalls must be a number, not '5'\.$/],
    [{ limits: { maxCalls: null } }, /^limits\.maxCalls must be a number, not null\.$/],
    [{ limits: { maxCalls: 1n } }, /^limits\.maxCalls must be a number, not 1n\.$/],
    [{ access: { introspection: 'off' } }, /^access\.introspection must be true or false, not 'off'\.$/],
    [{ access: { corsOrigins: 'https://a.example' } }, /^access\.corsOrigins must be a list of strings, not /],
    [{ access: { corsHeaders: ['x-a,x-b'] } }, /^access\.corsHeaders must be a list of strings, not /],
    [{ federation: 2.9 }, /^federation must be a string, not 2\.9\.$/],
    [{ ncbi: { apiKey: 12_345 } }, /^ncbi\.apiKey must be a string, not the value given\.$/],
    [{ ncbi: { baseUrl: 8080 } }, /^ncbi\.baseUrl must be a string, not 8080\.$/],
    [{ logger: 'warn' }, /^logger must have the functions debug, info, warn and error, not be 'warn'\.$/],
    [{ logger: null }, /^logger must have the functions/],
  ])('of another kind are refused by the name they were given under', (options, message) => {
    expect(() => createEntrezGraph(options as EntrezGraphOptions)).toThrow(ConfigError);
    expect(() => createEntrezGraph(options as EntrezGraphOptions)).toThrow(message);
  });

  it('may be undefined, alone and in groups', async () => {
    const none = { ncbi: undefined, limits: { maxCalls: undefined } } as unknown as EntrezGraphOptions;
    await createEntrezGraph(none).close();
  });
});
