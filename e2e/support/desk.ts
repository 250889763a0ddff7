import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, templatesDir, type Template } from './paths';

export interface DeskOptions {
  template: Template;
  /** Variables beside those that every test desk has. */
  variables?: Record<string, string>;
}

/** One built desk: `node dist/server.js` on a port and a data directory of its own. */
export class Desk {
  private child: ChildProcess | null = null;
  private output = '';
  /** Strings that no log and no file of the data directory may ever hold. */
  private readonly canaries = new Map<string, string>();

  private constructor(
    readonly url: string,
    readonly port: number,
    readonly dataDir: string,
    private readonly variables: Record<string, string>,
  ) {}

  /** Copies the template and starts the server; resolves when it answers. */
  static async start({ template, variables = {} }: DeskOptions): Promise<Desk> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'tokendesk-e2e-'));
    cpSync(path.join(templatesDir, template), dataDir, { recursive: true });
    const port = await freePort();
    const desk = new Desk(`http://localhost:${port}`, port, dataDir, variables);
    await desk.run();
    return desk;
  }

  /** Starts the process on the same data again. */
  async run(): Promise<void> {
    const child = spawn(process.execPath, ['dist/server.js'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        PORT: String(this.port),
        PUBLIC_URL: this.url,
        DATA_DIR: this.dataDir,
        ...this.variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const before = this.output.length;
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.output += chunk.toString('utf8');
        if (this.output.slice(before).includes('Tokendesk is at')) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) =>
        reject(new Error(`The desk ended with ${code}.\n${this.output.slice(before)}`)),
      );
    });
  }

  /** All that the server has written to its terminal: what it said, and its log. */
  log(): string {
    return this.output;
  }

  /** The one-time set-up link that the terminal printed. */
  setupLink(): string {
    const link = /https?:\/\/\S+\/setup\S*/.exec(this.output)?.[0];
    if (link === undefined) throw new Error(`The terminal printed no set-up link.\n${this.output}`);
    return link;
  }

  /** Ends the process as an operator would; resolves when the log is flushed and the process is gone. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Ends the process as a power failure would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Names a string that must never be found again; `findLeaks` looks for all of them. */
  remember(kind: string, text: string): void {
    this.canaries.set(text, kind);
  }

  /** Where remembered strings stand in the log or in the files of the data directory: `kind in file`. */
  findLeaks(): string[] {
    const files = readdirSync(this.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const haystacks = new Map<string, string>([['the log', this.output]]);
    for (const file of files) haystacks.set(path.relative(this.dataDir, file), readFileSync(file, 'latin1'));
    const leaks: string[] = [];
    for (const [name, text] of haystacks) {
      for (const [canary, kind] of this.canaries) if (text.includes(canary)) leaks.push(`${kind} in ${name}`);
    }
    return leaks;
  }

  /** What pages of this desk did against their policy, as the browser reported it. */
  findViolations(): string[] {
    return this.output.split('\n').filter((line) => line.includes('content security policy violated'));
  }

  /** Removes the data directory of a desk that has ended. */
  forget(): void {
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (child === null || child.exitCode !== null) return child?.exitCode ?? null;
    this.child = null;
    const closed = once(child, 'close');
    child.removeAllListeners('exit');
    child.kill(signal);
    await closed;
    return child.exitCode;
  }
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
