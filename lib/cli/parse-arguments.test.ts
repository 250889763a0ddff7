import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import { commands } from './commands';
import { helpLines } from './help';
import { parseArguments } from './parse-arguments';

const example: Command = {
  noun: 'thing',
  verb: 'add',
  summary: 'Adds a thing.',
  words: [{ name: 'file', about: 'What it is made of.' }],
  options: {
    name: { kind: 'text', value: '<name>', about: 'How it is called.', isRequired: true },
    part: { kind: 'list', value: 'a=b', about: 'A part of it.' },
    fast: { kind: 'flag', about: 'In a hurry.' },
  },
  run: () => Promise.resolve({ lines: [], data: null }),
};
const parse = (typed: string) => parseArguments([example], typed.split(' ').filter(Boolean));

describe('what is typed', () => {
  it('is a command with its words, options in any order, lists and flags', () => {
    const request = parse('thing add --part a=1 f.yaml --fast --name=x --part b=2 --json');
    if (request.kind !== 'run') throw new Error(request.kind);
    const { input, isJson } = request;
    expect([input.words, input.required('name'), input.list('part'), input.flag('fast'), isJson]).toEqual([
      ['f.yaml'],
      'x',
      ['a=1', 'b=2'],
      true,
      true,
    ]);
    expect([input.text('nothing'), input.list('nothing'), input.flag('nothing')]).toEqual([
      undefined,
      [],
      false,
    ]);
  });

  it.each([
    ['other', 'There is no command other.'],
    ['thing drop', 'There is no command thing drop.'],
    ['thing add --name x', '<file> is missing.'],
    ['thing add f --name', /--name/],
    ['thing add f', '--name is missing.'],
    ['thing add f g --name x', 'g is too much.'],
    ['thing add f --name x --slow', /--slow/],
    ['thing add f --name x --fast=1', /--fast/],
    ['thing add f --name x --__proto__ y', /__proto__/],
  ])('%s is not understood, and why', (typed, expected) => {
    expect(() => parse(typed)).toThrow(expected);
  });

  it.each([
    ['', null],
    ['help', null],
    ['thing', 'thing'],
    ['thing --help', 'thing'],
    ['thing add --help --nonsense', 'thing'],
  ])('“%s” asks for help', (typed, noun) => {
    expect(parse(typed)).toMatchObject({ kind: 'help', noun });
  });
});

describe('the help', () => {
  it('names every command, and of each every word and option', () => {
    const overview = helpLines(commands, null, null).join('\n');
    for (const command of commands) {
      expect(overview).toContain(`${command.noun} ${command.verb}`);
      const told = helpLines(commands, command.noun, command).join('\n');
      for (const { name } of command.words) expect(told).toContain(`<${name}>`);
      for (const name of Object.keys(command.options)) expect(told).toContain(`--${name}`);
    }
  });
});
