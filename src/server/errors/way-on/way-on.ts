import type { GraphQLSchema } from 'graphql';

import { remedyForArgument, remedyForInput, remedyForMember } from './arguments.js';
import { remedyForField } from './fields.js';
import { remedyForSelection, remedyForType } from './types.js';
import { remedyForEnumText, remedyForNoText, remedyForText, remedyForValue } from './values.js';

/** What to write instead; undefined where that is not known. */
type Remedy = (schema: GraphQLSchema, ...names: readonly string[]) => string | undefined;

/** The messages of graphql-js that a remedy is known for, by what is named in them. */
const REMEDIES: readonly (readonly [fact: RegExp, remedy: Remedy])[] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"\.$/, remedyForField],
  [/^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"\.$/, remedyForArgument],
  [/Field "(\w+)" is not defined by type "(\w+)"\.$/, remedyForMember],
  [/Expected (?:value of )?type "(\w+)!?"(?:, found .*\.| to be an object\.)$/s, remedyForInput],
  [/^Field "(\w+)" of type "\[?(\w+)[\]!]*" must have a selection of subfields\.$/, remedyForSelection],
  [/^Unknown type "(\w+)"\.$/, remedyForType],
  [/Value "(\w+)" does not exist in "(\w+)" enum\.$/, remedyForValue],
  [/Enum "(\w+)" cannot represent non-enum value: "(\w+)"\.$/, remedyForEnumText],
  [/(?:String|ID) cannot represent a non[ -]string(?: and non-integer)? value: ([\w.-]+)$/, remedyForText],
  [/(?:Int|Float) cannot represent non[ -](?:integer|numeric) value: "([\d.]+)"$/, remedyForNoText],
  [/Boolean cannot represent a non boolean value: "(true|false)"$/, remedyForNoText],
  [/^Variable "(\$\w+)" of type "[^"]+" used in position expecting type "([^"]+)"\.$/, remedyForVariable],
];

/**
 * The message of a refused operation with the way on: what was probably meant, where else it can be written, or what there is.
 * Messages of other kinds stay as they are.
 */
export function withWayOn(message: string, schema: GraphQLSchema): string {
  const [fact = '', ...suggestions] = message.split(' Did you mean ', 2);
  for (const [form, remedy] of REMEDIES) {
    const [, ...names] = form.exec(fact) ?? [];
    if (names.length > 0) {
      const words = remedy(schema, ...names, ...suggestions);
      return words === undefined ? message : withRemedy(fact, words);
    }
  }
  return message;
}

/** Facts about scalars end without a full stop. */
function withRemedy(fact: string, remedy: string): string {
  return `${fact}${fact.endsWith('.') ? '' : '.'} ${remedy}`;
}

function remedyForVariable(_schema: GraphQLSchema, variable = '', type = ''): string {
  return `Declare it as "${variable}: ${type}".`;
}
