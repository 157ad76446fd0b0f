/** Preloaded into a server, which then tells its parent, when asked, how much processor time it has used. */
process.on('message', () => {
  process.send?.(process.cpuUsage());
});
// A server that is told to stop must not stay for questions.
process.channel?.unref();
