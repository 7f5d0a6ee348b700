/**
 * Loaded into the demo's server before anything else (`node --import`). When the demo is killed the pipe to it
 * breaks, and the server ends at once instead of holding its port against the next demo. As sudden as a
 * `kill -9`, which it has to survive anyway.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Waiting for the pipe is no reason to stay: a server that has closed everything may end.
process.channel?.unref();
