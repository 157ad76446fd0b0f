import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  specifiedRules,
  validate,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

import { MergeableFieldsRule } from './merge-rule.js';

/** Mistakes that are reported of one document. To find the names that were meant takes a millisecond for each. */
const MAX_MISTAKES = 20;

/** Any version of the rule: plugins bring their own, and bundlers number functions of the same name. */
const MERGE_RULE = /^OverlappingFieldsCanBeMergedRule\d*$/;

/** No object of JavaScript keeps a value under this name, so that graphql-js would take the variable for one without. */
const UNUSABLE_NAME = '__proto__';

function usableVariableNames(context: ValidationContext): ASTVisitor {
  return {
    VariableDefinition({ variable }) {
      if (variable.name.value === UNUSABLE_NAME) {
        const message = `Invalid variable name "$${UNUSABLE_NAME}". Use another name.`;
        context.reportError(new GraphQLError(message, { nodes: variable }));
      }
      return false;
    },
  };
}

/**
 * Validates a document in time that grows with its size and not with its square. Use it instead of the function of
 * graphql-js, whose rule about overlapping fields compares each field with each other.
 *
 * @param rules - With or without a rule about overlapping fields; {@link MergeableFieldsRule} takes its place.
 */
export function validateDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[] = specifiedRules,
): readonly GraphQLError[] {
  const others = rules.filter(({ name }) => !MERGE_RULE.test(name));
  return validate(schema, document, [...others, usableVariableNames, MergeableFieldsRule], { maxErrors: MAX_MISTAKES });
}
