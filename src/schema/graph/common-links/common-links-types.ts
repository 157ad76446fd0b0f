import type { Builder } from '../../core/builder.js';
import { costsNothing, passesOn } from '../../cost/dry-run-extension.js';
import type { RecordSet } from '../../cost/record-set.js';
import { AS_MANY_AS_NAMED } from '../../limits/named-length.js';
import type { SharedTypes } from '../../records/record-interface.js';
import type { CommonEdge, CommonLinks } from './common-links.js';
import { sourcesOfPage } from './estimate-common-links.js';
import type { GraphTypes } from '../graph-types.js';

/** Builds the connection type of `commonLinks`. */
export function commonConnectionType(builder: Builder, shared: SharedTypes, { missing }: GraphTypes) {
  const { record, pageInfo, linkSource } = shared;
  const edge = builder.objectRef<CommonEdge>('CommonLinkEdge').implement({
    description: 'A record that several sources are linked to.',
    fields: (t) => ({
      node: t.expose('node', { type: record, nullable: false, description: 'The record.' }),
      cursor: t.exposeString('cursor', {
        nullable: false,
        description: 'Where this edge stands; for after and before.',
      }),
      sourceCount: t.int({
        nullable: false,
        description: 'How many of the sources are linked to it.',
        resolve: ({ sources }) => sources.length,
      }),
      sources: t.field({
        type: [record],
        nullable: false,
        description: 'The sources that are linked to it, in the order in which they were given.',
        extensions: {
          ...AS_MANY_AS_NAMED,
          ...passesOn((page: RecordSet) => [sourcesOfPage.get(page) ?? []].flat()),
        },
        resolve: ({ sources }) => [...sources],
      }),
      scoreSum: t.exposeFloat('scoreSum', {
        description: 'Sum of the scores of these links; null for links that are not scored.',
      }),
      expected: t.float({
        description:
          'How many of the sources would be linked to it by chance: their number, times the share of all records of their database that are linked to it. Null where the links cannot be read backwards. One ELink call for up to 200 records.',
        extensions: costsNothing,
        resolve: ({ expected }) => expected(),
      }),
      lift: t.float({
        description:
          'sourceCount over expected: how much more it is linked to than by chance. Low for what everything is linked to. Null where expected is null or 0.',
        extensions: costsNothing,
        resolve: ({ lift }) => lift(),
      }),
    }),
  });
  return builder.objectRef<CommonLinks>('CommonLinkConnection').implement({
    description: 'One page of the records that several sources are linked to.',
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        nullable: false,
        description: 'The records of this page, each with its sources.',
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [record],
        nullable: false,
        description: 'The records of this page.',
        resolve: ({ page }) => [...page.nodes],
      }),
      pageInfo: t.field({
        type: pageInfo,
        nullable: false,
        description: 'Where this page stands.',
        resolve: ({ page }) => page.pageInfo,
      }),
      totalCount: t.int({
        nullable: false,
        description: 'How many records there are in all, each of which can be paged to.',
        resolve: ({ page }) => page.totalCount,
      }),
      sourceCount: t.exposeInt('sourceCount', {
        nullable: false,
        description: 'How many different sources were compared: those whose links are known.',
      }),
      complete: t.exposeBoolean('complete', {
        nullable: false,
        description: 'Whether the links of all sources are known. If not, records may be missing and counts too low.',
      }),
      missing: t.field({
        type: [missing],
        nullable: false,
        description: 'The sources whose links are not known.',
        extensions: { ...AS_MANY_AS_NAMED, ...costsNothing },
        resolve: ({ missing: sources }) => [...sources],
      }),
      source: t.field({
        type: linkSource,
        nullable: false,
        description: 'Who gave the lists; ELINK where only some came from a table.',
        resolve: ({ page }) => page.source,
      }),
      asOf: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'When NCBI gave the oldest of the lists.',
        resolve: ({ page }) => page.asOf,
      }),
    }),
  });
}
