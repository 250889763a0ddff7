import { DeskError } from '@/lib/domain/errors';
import { env, EnvError } from '@/lib/env';
import { closeDesk } from '@/lib/services/desk/close-desk';
import { openForTerminal } from '@/lib/services/desk/open-for-terminal';
import { UsageError, type Command } from './command';
import { commands as allCommands } from './commands';
import { helpLines } from './help';
import { parseArguments, type Request } from './parse-arguments';

/** Where a command writes. */
export interface Terminal {
  out: (text: string) => void;
  error: (text: string) => void;
}

/** 0 done, 1 refused, 2 not understood. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command line. Whatever happens is told in sentences; the database is closed when it ends. */
export async function runDesk(
  typed: readonly string[],
  terminal: Terminal,
  commands: readonly Command[] = allCommands,
): Promise<ExitCode> {
  let request: Request;
  try {
    request = parseArguments(commands, typed);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(`${error.message} See npm run desk -- ${typed.length > 0 ? '--help' : ''}`.trimEnd());
    return 2;
  }
  if (request.kind === 'help') {
    terminal.out(helpLines(commands, request.noun, request.command).join('\n'));
    return 0;
  }
  return run(request, terminal);
}

async function run(
  { command, input, isJson }: Extract<Request, { kind: 'run' }>,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    const call = await openForTerminal();
    const { lines, data } = await command.run(call, input);
    terminal.out(isJson ? JSON.stringify(data, null, 2) : lines.join('\n'));
    return 0;
  } catch (error) {
    return tell(error, isJson, terminal);
  } finally {
    await closeDesk();
  }
}

/** Says what was refused; with --json on the output too, since a program reads that. */
function tell(error: unknown, isJson: boolean, terminal: Terminal): ExitCode {
  if (error instanceof UsageError) {
    terminal.error(error.message);
    return 2;
  }
  if (error instanceof DeskError) {
    const { code, message, details } = error;
    if (isJson) {
      terminal.out(JSON.stringify({ error: code, message, issues: details.issues ?? [] }, null, 2));
      return 1;
    }
    const issues = details.issues?.map((issue) => issue.message) ?? [];
    terminal.error([message, ...issues.filter((each) => each !== message)].join('\n'));
    return 1;
  }
  if (error instanceof EnvError) terminal.error(error.message);
  else terminal.error(`That went wrong, and not by what was typed.\n${stackOf(error)}`);
  return 1;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return env().logLevel === 'silent' ? error.name : (error.stack ?? error.name);
}
