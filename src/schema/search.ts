import { createHash } from 'node:crypto';

import type { ArgBuilder } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';

import type { Catalog } from '../catalog/catalog.js';
import { typeName } from '../catalog/names.js';
import type { SearchQuestion } from '../eutils/esearch.js';
import { badInput } from './arguments.js';
import type { Builder } from './builder.js';
import type { Context } from './context.js';
import { Cursors } from './cursor.js';
import type { RecordRef } from './link-fields.js';
import { checkPageSize, DEFAULT_PAGE, MAX_PAGE } from './paging.js';
import { checkTerm, type DatesInput, parseDates } from './search-arguments.js';
import { searchConnectionType } from './search-connection-type.js';
import { type SearchConnection, searchConnection, windowOf } from './search-connection.js';
import { ownSelection, selects } from './selection.js';
import type { SharedTypes } from './shared-types.js';

interface SearchArgs extends DatesInput {
  readonly term: string;
  readonly sort?: string | null | undefined;
  readonly field?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}
