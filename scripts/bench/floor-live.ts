import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

// The floor of the live part: bare Socket.IO that sends the same batches to one room when told to (POST /go).
const { BATCHES = '', HOST = '127.0.0.1' } = process.env;
const batches: unknown[] = JSON.parse(await readFile(BATCHES, 'utf8'));
const server = createServer((req, res) => {
  if (req.url !== '/go') return;
  for (const batch of batches) live.to('wall').emit('changes', batch);
  res.end();
});
const live = new Server(server).of('/live');
live.on('connection', (socket) => {
  socket.on('sync', (_request: unknown, answer: (result: object) => void) => {
    void socket.join('wall');
    answer({ seq: 0, tickets: [], done: [] });
  });
});
server.listen(0, HOST, () => {
  process.stdout.write(`ready http://${HOST}:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
