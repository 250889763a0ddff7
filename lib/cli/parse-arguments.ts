import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError, type Command, type CommandInput } from './command';

type ParseArgsOptions = NonNullable<ParseArgsConfig['options']>;

/** What was asked for: a command with its input, or help about a noun or everything. */
export type Request =
  | { kind: 'run'; command: Command; input: CommandInput; isJson: boolean }
  | { kind: 'help'; noun: string | null; command: Command | null };

/** Reads what was typed after `npm run desk --`. Throws UsageError. */
export function parseArguments(commands: readonly Command[], typed: readonly string[]): Request {
  const [noun = null, verb = null, ...rest] = typed;
  if (noun === null || isHelp(noun)) return { kind: 'help', noun: null, command: null };
  const ofNoun = commands.filter((each) => each.noun === noun);
  if (ofNoun.length === 0) throw new UsageError(`There is no command ${noun}.`);
  if (verb === null || isHelp(verb)) return { kind: 'help', noun, command: null };
  const command = ofNoun.find((each) => each.verb === verb);
  if (command === undefined) throw new UsageError(`There is no command ${noun} ${verb}.`);
  if (rest.some(isHelp)) return { kind: 'help', noun, command };
  return { kind: 'run', command, ...parseRest(command, rest) };
}

function isHelp(word: string): boolean {
  return word === 'help' || word === '--help' || word === '-h';
}

function parseRest(command: Command, rest: string[]): { input: CommandInput; isJson: boolean } {
  const options: ParseArgsOptions = { json: { type: 'boolean' } };
  for (const [name, { kind }] of Object.entries(command.options))
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'list' };
  const { values, positionals } = parse(rest, options);
  const missing = command.words[positionals.length];
  if (missing !== undefined) throw new UsageError(`<${missing.name}> is missing.`);
  const tooMuch = positionals[command.words.length];
  if (tooMuch !== undefined) throw new UsageError(`${tooMuch} is too much.`);
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  for (const [name, { isRequired }] of Object.entries(command.options))
    if (isRequired === true && text(name) === undefined) throw new UsageError(`--${name} is missing.`);
  const input: CommandInput = {
    words: positionals,
    text,
    required: (name) => text(name) ?? '',
    list: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.map(String) : [];
    },
    flag: (name) => values[name] === true,
  };
  return { input, isJson: values.json === true };
}

function parse(args: string[], options: ParseArgsOptions) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? (error.message.split('. To ')[0] ?? '') : 'That cannot be read.',
    );
  }
}
