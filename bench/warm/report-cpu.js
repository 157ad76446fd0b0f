/** Preloaded into a server, which then tells its parent, when asked, how much processor time it has used. */
process.on('message', () => {
  process.send?.(process.cpuUsage());
});
process.on('disconnect', () => process.exit());
