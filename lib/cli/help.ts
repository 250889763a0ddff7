import type { Command } from './command';

const start = 'npm run desk --';

/** The help about everything, one noun, or one command. */
export function helpLines(
  commands: readonly Command[],
  noun: string | null,
  command: Command | null,
): string[] {
  if (command !== null) return commandLines(command);
  const shown = commands.filter((each) => noun === null || each.noun === noun);
  const width = Math.max(...shown.map((each) => nameOf(each).length));
  return [
    `${start} <noun> <verb> …`,
    '',
    ...shown.map((each) => `  ${nameOf(each).padEnd(width)}  ${each.summary}`),
    '',
    'Every command takes --json, for a program that reads the answer (npm run --silent desk -- …), and --help.',
    'It ends with 0 when it is done, 1 when the desk refuses it, 2 when it cannot be read.',
  ];
}

function nameOf({ noun, verb }: Command): string {
  return `${noun} ${verb}`;
}

function commandLines(command: Command): string[] {
  const { words, options, summary } = command;
  const entries = Object.entries(options);
  const told = [
    ...words.map(({ name, about }): [string, string] => [`<${name}>`, about]),
    ...entries.map(([name, { value, about }]): [string, string] => [optionName(name, value), about]),
    ['--json', 'Answers as JSON.'] as const,
  ];
  const width = Math.max(...told.map(([name]) => name.length));
  const usage = [
    ...words.map(({ name }) => `<${name}>`),
    ...entries.map(([name, { value, isRequired, kind }]) => {
      const text = optionName(name, value);
      return isRequired === true ? text : `[${text}]${kind === 'list' ? ' …' : ''}`;
    }),
    '[--json]',
  ];
  return [
    `${start} ${nameOf(command)} ${usage.join(' ')}`,
    '',
    summary,
    '',
    ...told.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`),
  ];
}

function optionName(name: string, value: string | undefined): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
