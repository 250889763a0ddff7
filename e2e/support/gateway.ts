import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gatewaySnippets, keyPlaceholder } from '@/lib/domain/gateway-snippets';
import { freePort } from './desk';

export type RealGateway = 'nginx' | 'caddy' | 'haproxy';

/** A gateway of the machine, run in the foreground with the configuration that the desk shows, in a folder of its own. */
export class Gateway {
  private output = '';

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(
    kind: RealGateway,
    { deskUrl, upstreamUrl, key }: { deskUrl: string; upstreamUrl: string; key: string },
  ): Promise<Gateway> {
    const folder = mkdtempSync(path.join(tmpdir(), `tokendesk-${kind}-`));
    // nginx's workers are another user where its master is root.
    chmodSync(folder, 0o755);
    for (const name of ['conf.d', 'logs', 'body']) mkdirSync(path.join(folder, name));
    const port = await freePort();
    const listen = kind === 'caddy' ? `http://127.0.0.1:${port}` : `127.0.0.1:${port}`;
    const names = { name: 'edge', deskUrl: loopback(deskUrl), upstreamUrl, listen, folder };
    const snippet = gatewaySnippets(names).find((each) => each.kind === kind);
    for (const { path: file, text, isSecret } of snippet?.files ?? []) {
      // Only the credential is put in; and an administration port of Caddy's own could be taken.
      const filled = isSecret ? text.replace(keyPlaceholder, key) : text.replace(/^\{$/m, '{\n  admin off');
      const isAsShown = kind !== 'caddy' && !isSecret;
      writeFileSync(file, isAsShown ? text : filled, { mode: isSecret ? 0o600 : 0o644 });
    }
    const child = runners[kind](folder, key);
    const gateway = new Gateway(`http://127.0.0.1:${port}`, child, folder);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (gateway.output += chunk.toString('utf8')));
    await gateway.untilItListens(port);
    return gateway;
  }

  /** All that it has written: its logs, and what it said. */
  log(): string {
    const logs = path.join(this.folder, 'logs');
    const files = readdirSync(logs).map((name) => readFileSync(path.join(logs, name), 'utf8'));
    return [this.output, ...files].join('\n');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await Promise.race([ended, delay(5_000, undefined, { ref: false })]);
      this.child.kill('SIGKILL');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async untilItListens(port: number): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (this.child.exitCode !== null) break;
      if (await isListening(port)) return;
      await delay(50);
    }
    await this.stop();
    throw new Error(`The gateway does not listen.\n${this.output}`);
  }
}

function runNginx(folder: string): ChildProcess {
  const site = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    ...[
      'daemon off;',
      'worker_processes 1;',
      `pid ${folder}/nginx.pid;`,
      `error_log ${folder}/logs/main.log;`,
    ],
    'events { worker_connections 128; }',
    'http {',
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `  ${name}_temp_path ${folder}/body;`,
    ),
    `  include ${folder}/conf.d/*.conf;`,
    '}',
  ];
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, `${site.join('\n')}\n`);
  const given = ['-p', folder, '-c', file, '-e', `${folder}/logs/start.log`];
  return spawn('nginx', given, {
    env: { NODE_ENV: 'production', PATH: searchPath() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function runCaddy(folder: string, key: string): ChildProcess {
  const own = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, TOKENDESK_GATEWAY_KEY: key };
  const given = ['run', '--config', path.join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  return spawn('caddy', given, {
    env: { NODE_ENV: 'production', PATH: searchPath(), ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function runHaproxy(folder: string, key: string): ChildProcess {
  return spawn('haproxy', ['-db', '-f', path.join(folder, 'haproxy.cfg')], {
    env: { NODE_ENV: 'production', PATH: searchPath(), TOKENDESK_GATEWAY_KEY: key },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const runners: Record<RealGateway, (folder: string, key: string) => ChildProcess> = {
  nginx: runNginx,
  caddy: runCaddy,
  haproxy: runHaproxy,
};

/** nginx lies where only administrators look. */
function searchPath(): string {
  return [process.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(path.delimiter);
}

/** nginx asks no resolver for a name that has two addresses: one of them may be nobody's. */
function loopback(url: string): string {
  return url.replace('//localhost', '//127.0.0.1');
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
