import type { ObjectRef } from '@pothos/core';

import type { Builder } from '../core/builder.js';
import type { RecordRef } from '../links/link-fields.js';
import type { Doc } from './docsum.js';
import type { SummaryField, SummaryFields, SummaryShape } from './field-spec.js';

type ShapeRef = ObjectRef<Builder['$inferSchemaTypes'], Doc>;

/** Makes GraphQL fields of the summary tables. Shapes that several databases use become one type. */
export class SummaryFieldBuilder {
  readonly #builder: Builder;
  readonly #shapes = new Map<SummaryShape, ShapeRef>();

  constructor(builder: Builder) {
    this.#builder = builder;
  }

  /** Adds the fields of a database to its record type. */
  addTo(record: RecordRef, fields: SummaryFields): void {
    this.#builder.objectFields(record, (t) =>
      mapValues(fields, (field) =>
        t.field({
          ...this.#options(field),
          extensions: { readsSummary: true },
          resolve: (parent, _args, context) => {
            const summary = parent.summary(context);
            return summary instanceof Promise ? summary.then((doc) => field.read(doc)) : field.read(summary);
          },
        }),
      ),
    );
  }

  #options(field: SummaryField) {
    const type = typeof field.type === 'string' ? field.type : this.#shape(field.type);
    return { type: field.list ? ([type] as [typeof type]) : type, description: field.description };
  }

  #shape(shape: SummaryShape): ShapeRef {
    const known = this.#shapes.get(shape);
    if (known) {
      return known;
    }
    const ref = this.#builder.objectRef<Doc>(shape.name);
    this.#shapes.set(shape, ref);
    return ref.implement({
      description: shape.description,
      fields: (t) =>
        mapValues(shape.fields, (field) => t.field({ ...this.#options(field), resolve: (doc) => field.read(doc) })),
    });
  }
}

function mapValues<V, W>(values: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
