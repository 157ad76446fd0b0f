/** Address of entrez-graph, put in when the page is built. */
declare const GATEWAY: string;

/** Goes into a file of its own. */
declare module '*.css';
