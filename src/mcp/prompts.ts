import type { McpServer, RegisteredPrompt } from '@modelcontextprotocol/server';
import { z } from 'zod';

interface PromptText {
  readonly name: string;
  readonly title: string;
  /** The argument, and what it is. */
  readonly argument: readonly [name: string, description: string];
  readonly text: (value: string) => string;
}

const PROMPTS: readonly PromptText[] = [
  {
    name: 'conditions-of-a-gene',
    title: 'Which conditions is a gene linked to?',
    argument: ['gene', 'Symbol or id of a gene, such as BRCA1'],
    text: (gene) =>
      `Which conditions is the gene ${gene} linked to? Find the gene, follow gene_medgen with the fields title and definition, and follow gene_clinvar_specific for the number of variants. List the conditions with their ids, the link names and the date of the data. Say which were none, unknown or failed.`,
  },
  {
    name: 'data-of-a-paper',
    title: 'Which data lie behind a paper?',
    argument: ['paper', 'PMID, DOI or PMCID of a paper'],
    text: (paper) =>
      `Which data and records lie behind the paper ${paper}? Find it, count its links with the tool links, and follow those to gene, gds, sra, bioproject, structure and clinvar that it has. List records with ids and titles. Say which link names gave none, unknown or failed.`,
  },
  {
    name: 'literature-of-a-variant',
    title: 'What has been written about a variant?',
    argument: ['variant', 'rs number, ClinVar accession or id'],
    text: (variant) =>
      `What has been written about the variant ${variant}? Find it, use routes to pubmed for its database, follow the best one with the fields title and pubDate ordered by DATE, and follow the same variant to its gene and conditions. Cite PMIDs. Say which were none, unknown or failed.`,
  },
];

/** Adds prompts for usual questions, and returns them by name. */
export function addPrompts(server: McpServer): ReadonlyMap<string, RegisteredPrompt> {
  return new Map(
    PROMPTS.map(({ name, title, argument: [argumentName, description], text }) => [
      name,
      server.registerPrompt(
        name,
        {
          title,
          description: title,
          argsSchema: z.object({ [argumentName]: z.string().min(1).max(200).describe(description) }),
        },
        (args) => ({
          messages: [{ role: 'user', content: { type: 'text', text: text(args[argumentName] ?? '') } }],
        }),
      ),
    ]),
  );
}
