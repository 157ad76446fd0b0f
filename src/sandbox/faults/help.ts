import { FAULT_NAMES, FAULTS } from './faults.js';

/** The syntax of fault rules and a list of all faults, for a terminal. */
export function faultsHelp(): string {
  const longest = Math.max(...FAULT_NAMES.map((name) => name.length));
  const lines = FAULT_NAMES.map((name) => {
    const { description, utilities } = FAULTS[name];
    return `  ${name.padEnd(longest)}  ${description}${utilities === undefined ? '' : ` (${utilities.join(', ')})`}`;
  });
  return `
Write faults as NAME[:RATE][:xCOUNT][:PLACE]..., with commas between them:
  --faults in-body-error:5%,timeout:0.02,cut-off:x3:gene_pubmed,poison:gene/7157,dead:score
RATE is a share of the requests and COUNT ends the fault after so many. PLACE is a program (elink), a back end (link, score,
search, summary, fetch), a database (gene), a link name (gene_pubmed) or a record (gene/7157); a request must match all of them. At
most one fault strikes a request.
While the sandbox runs, GET, POST {"faults": "...", "seed": 1} and DELETE at /sandbox/faults read, set and remove them;
GET /sandbox/requests returns what the sandbox received.

${lines.join('\n')}
`;
}
