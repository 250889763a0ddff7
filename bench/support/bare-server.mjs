// What the desk is compared with: node:http and nothing else. It hashes what is presented and answers as many bytes.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const body = JSON.stringify({
  result: 0,
  array: [{ id: 1, name: 'default', displayName: 'This desk', isEnabled: true, padding: 'x'.repeat(90) }],
});

const server = createServer((request, response) => {
  createHash('sha256')
    .update(request.headers.authorization ?? '')
    .digest('hex');
  response.setHeader('Content-Type', 'application/json');
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.on('SIGTERM', () => process.exit(0));
