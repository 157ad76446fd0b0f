import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { composeServices } from '@apollo/composition';
import { composeSchemaContract, composeServices as composeServicesOfTheGuild } from '@theguild/federation-composition';
import { federateSubgraphs } from '@wundergraph/composition';
import { parse } from 'graphql';

/**
 * The text of a subgraph, as the service itself gives it.
 *
 * @throws Error when the service does not answer, or is no subgraph.
 */
export async function fetchSubgraph(name, url) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  const { data, errors } = await response.json();
  if (!data) {
    throw new Error(`${name} at ${url} is no subgraph: ${JSON.stringify(errors)}`);
  }
  return { name, url, typeDefs: parse(data._service.sdl) };
}

/** Composes subgraphs with `@apollo/composition`, as Apollo's tools do. */
export function composeWithApollo(subgraphs) {
  const { supergraphSdl, errors = [], hints = [] } = composeServices(subgraphs);
  return {
    supergraphSdl,
    errors: errors.map(({ message }) => message),
    hints: hints.map(({ definition, message }) => `${definition.code}: ${message}`),
  };
}

/** Composes subgraphs with `@theguild/federation-composition`, as Hive does. */
export function composeWithHive(subgraphs) {
  const { errors = [] } = composeServicesOfTheGuild(subgraphs);
  return { errors: errors.map(({ message }) => message), hints: [] };
}

/** Composes subgraphs with `@wundergraph/composition`, as Cosmo does. */
export function composeWithCosmo(subgraphs) {
  const result = federateSubgraphs({
    subgraphs: subgraphs.map(({ name, url, typeDefs }) => ({ name, url, definitions: typeDefs })),
    version: '1',
  });
  return {
    errors: result.success ? [] : result.errors.map(({ message }) => message),
    hints: result.warnings.map(({ message }) => message),
  };
}

/** The names of the types that are left of subgraphs in a contract, as of Hive, that leaves out what has one of the tags. */
export function typesOfContract(subgraphs, tags) {
  const { publicSdl, errors = [] } = composeSchemaContract(
    subgraphs,
    { include: new Set(), exclude: new Set(tags) },
    true,
  );
  if (errors.length > 0) {
    throw new AggregateError(errors, 'The contract cannot be composed.');
  }
  return parse(publicSdl).definitions.flatMap(({ name }) => name?.value ?? []);
}

/** `node compose.js name=file name=file` says what the composers think of subgraphs in files. */
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const subgraphs = process.argv.slice(2).map((argument) => {
    const [name, file] = argument.split('=');
    return { name, url: `http://${name}.invalid/graphql`, typeDefs: parse(readFileSync(file, 'utf8')) };
  });
  const { errors, hints } = composeWithApollo(subgraphs);
  const said = {
    apollo: { errors, hints },
    cosmo: composeWithCosmo(subgraphs),
    hive: composeWithHive(subgraphs),
  };
  process.stdout.write(JSON.stringify(said, undefined, 2));
}
