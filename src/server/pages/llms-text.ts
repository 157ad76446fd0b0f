/** The content of `/llms.txt` and of the file of this name: what assistants should know before they use a gateway. */
export const LLMS_TEXT = `# entrez-graph

> The link graph of NCBI's Entrez databases (genes, articles, proteins, variants, conditions, structures, …): one gateway that
> batches, caches and attributes every link, behind NCBI's limit of 3 requests per second (10 with an API key).

- Assistants use the tools at \`/mcp\` (Model Context Protocol), or \`entrez-graph mcp\` over standard input and output: \`find\`
  names, \`follow\` links from many ids over up to three steps in one call, count \`links\`, list \`routes\`, look into the \`schema\`,
  run a GraphQL \`query\`.
- Programs use GraphQL at \`/graphql\`. The schema has some 190,000 tokens: use the tool \`schema\`, or introspect single types.
- Ids are CURIEs: NCBIGene:7157, pubmed:23263379, dbsnp:rs328. A number alone is no id.
- found, none, unknown and failed differ: none means that NCBI has no such links; unknown, that there is no such record; failed,
  that NCBI or the gateway could not answer. Never report failed as none.
- Prefer one call with many ids to many calls with one. A failed call says whether to retry.
- Cite the source line of an answer: link names and date. Sample data are not from NCBI.

## Documentation

In the npm package and the repository:

- \`docs/assistants.md\`: tools, limits and configuration for the usual clients
- \`docs/cookbook.md\`: questions with queries, answers and cost
- \`docs/links.md\`, \`docs/search.md\`, \`docs/documents.md\`: what can be queried
- \`docs/errors.md\`: codes and remedies
- \`docs/limits.md\`: all limits
`;
