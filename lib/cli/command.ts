import type { Call } from '@/lib/domain/call';

/** An option of a command: `--name <name>`, several times for a list, or alone for a flag. */
export interface CommandOption {
  kind: 'text' | 'list' | 'flag';
  /** What stands after it in the help, such as `<name>`; of a flag nothing. */
  value?: string;
  about: string;
  isRequired?: boolean;
}

/** What was typed, checked against the command: every name is one that the command has. */
export interface CommandInput {
  /** What stands without an option, in order; as many as the command asks for. */
  words: readonly string[];
  /** The value of a `text` option, undefined when it was not given. */
  text: (name: string) => string | undefined;
  /** The value of a required `text` option. */
  required: (name: string) => string;
  list: (name: string) => readonly string[];
  flag: (name: string) => boolean;
}

/** What a command tells: lines for people, the same as data for --json. */
export interface CommandAnswer {
  lines: readonly string[];
  data: unknown;
}

/** One command, `desk <noun> <verb> …`. It calls verbs as the terminal; a DeskError ends it with its sentence and code 1. */
export interface Command {
  noun: string;
  verb: string;
  summary: string;
  /** What must stand without an option, such as `file`. */
  words: readonly { name: string; about: string }[];
  /** By name, without the dashes. `json` and `help` are there anyway. */
  options: Readonly<Record<string, CommandOption>>;
  run: (call: Call, input: CommandInput) => Promise<CommandAnswer>;
}

/** What was typed is no command: the help follows, and code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
