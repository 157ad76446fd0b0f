import type { Doc } from '../../src/schema/summaries/docsum.js';
import type { SummaryFields } from '../../src/schema/summaries/field-spec.js';
import { summaryFields } from '../../src/schema/summaries/summaries.js';

/** All typed fields of a summary document, read as the schema reads them: fields of shapes from what the outer field gave. */
export function readAll(db: string, doc: Doc): Record<string, unknown> {
  return readFields(summaryFields[db] ?? {}, doc);
}

function readFields(fields: SummaryFields, doc: Doc): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const { type, list } = field;
      const value = field.read(doc);
      if (typeof type === 'string' || value === null) {
        return [name, value];
      }
      return [
        name,
        list
          ? (value as readonly Doc[]).map((part) => readFields(type.fields, part))
          : readFields(type.fields, value as Doc),
      ];
    }),
  );
}
