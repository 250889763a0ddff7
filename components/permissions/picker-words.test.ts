import { describe, expect, it } from 'vitest';
import { describeChoice, nearestSet } from './describe-choice';
import { changeContext } from './picker-contexts';
import { smallIndex } from './picker-fixture';
import { chooseSet, setOperations, startPicker, toggleOperation } from './picker-state';
import { listed, plainWords } from './plain-words';

const index = smallIndex();
const shop = changeContext(index, startPicker(index), 'project:shop');
const say = (state: typeof shop) => describeChoice(index, state, state.active);

describe('what the picks are called', () => {
  it('says how they differ from the set they began from', () => {
    const maven = chooseSet(index, shop, 'Maven Plugin');
    const more = toggleOperation(index, maven, 'environment.control.StopEnv');
    expect(say(more)).toBe('Maven Plugin with 1 more.');
    expect(say(toggleOperation(index, more, 'environment.deployment.Deploy'))).toBe(
      'Maven Plugin with 1 more and without 1.',
    );
  });

  it('says which part of a set is not held', () => {
    expect(say(chooseSet(index, shop, 'Extended Access'))).toContain(
      'can use 6 of its 8; the rest is not held in project:shop',
    );
    expect(say(chooseSet(index, shop, 'Marketplace'))).toContain('can use none of it');
    expect(say(chooseSet(index, shop, 'Maven Plugin'))).toContain('by its name');
  });

  it('compares hand picks with the nearest set, if one is near', () => {
    const picked = setOperations(
      index,
      shop,
      ['environment.deployment.Deploy', 'environment.deployment.GetArchives'],
      true,
    );
    expect(say(picked)).toBe('The same as Maven Plugin today, kept as a list of your own.');
    expect(nearestSet(index, new Set(['environment.control.StopEnv']), 'project:shop')).toBeNull();
    expect(say(shop)).toBe('');
  });
});

describe('plain words', () => {
  it('join what is done to the same thing, and things to which the same is done', () => {
    const phrase = (text: string) => ({ phrase: text, reach: 'changes' as const });
    const words = plainWords([
      ...['start environments', 'stop environments', 'deploy an archive', 'restart environments'].map(phrase),
      { phrase: 'list environments', reach: 'reads' },
      { phrase: 'list archives', reach: 'reads' },
    ]);
    expect(words.changes).toBe('Start, stop and restart environments; deploy an archive');
    expect(words.reads).toBe('List environments and archives');
    expect(words.destroys).toBe('Nothing');
  });

  it('say how much is left unsaid', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({
      phrase: `do${at} thing${at}`,
      reach: 'reads' as const,
    }));
    expect(plainWords(many).reads).toMatch(/; and 5 more$/);
    const lists = Array.from({ length: 600 }, (_, at) => ({
      phrase: `list thing${at}`,
      reach: 'reads' as const,
    }));
    expect(plainWords(lists).reads).toMatch(/ and 595 more$/);
  });

  it('list as one speaks', () => {
    expect(listed([])).toBe('');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });
});
