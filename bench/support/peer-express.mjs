// What one writes by hand: Express, the hash of the bearer's token, one indexed look-up in SQLite.
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import express from 'express';

const database = new Database(':memory:');
database.exec('CREATE TABLE token (digest TEXT PRIMARY KEY, owner TEXT, scope TEXT)');
const digest = (secret) => createHash('sha256').update(secret).digest('base64url');
database.prepare('INSERT INTO token VALUES (?, ?, ?)').run(digest('peer-secret'), 'ada', 'store:read');
const find = database.prepare('SELECT owner, scope FROM token WHERE digest = ?');

const app = express();
app.get('/authz', (request, response) => {
  const [scheme, secret = ''] = (request.get('authorization') ?? '').split(' ');
  const row = scheme === 'Bearer' ? find.get(digest(secret)) : undefined;
  if (row === undefined || !row.scope.split(' ').includes('store:read')) return response.sendStatus(401);
  return response.set('X-Auth-User', row.owner).status(200).end();
});
const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.on('SIGTERM', () => process.exit(0));
