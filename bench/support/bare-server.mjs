// What the desk is compared with: node:http and nothing else. It reads the body, hashes what is presented, and answers as
// many bytes as the desk does: as many as the path says, else those of a small reply.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const usual = JSON.stringify({
  result: 0,
  array: [{ id: 1, name: 'default', displayName: 'This desk', isEnabled: true, padding: 'x'.repeat(90) }],
});
const bodies = new Map();

const server = createServer((request, response) => {
  createHash('sha256')
    .update(request.headers.authorization ?? '')
    .digest('hex');
  const answer = () => {
    response.setHeader('Content-Type', 'application/json');
    response.end(bodyFor(request.url));
  };
  if (request.method === 'GET') return answer();
  request.on('data', () => undefined);
  return request.on('end', answer);
});

function bodyFor(url) {
  const known = bodies.get(url);
  if (known !== undefined) return known;
  const bytes = Number(url.slice(1));
  const body = /^\/\d+$/.test(url) ? 'x'.repeat(bytes) : usual;
  bodies.set(url, body);
  return body;
}

server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.on('SIGTERM', () => process.exit(0));
