import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { clock } from './clock';
import type { Change } from './change';
import { changes } from './changes';
import { changeRights, putBack } from './desk-changes';
import { deskWays, packageWay } from './four-ways';
import { mayPass, newModel, permissions, type Model, type ModelQuestion } from './reference-model';
import { make, outside } from './token-changes';
import { maxAgeSeconds, openWorld, type World } from './world';

// 05-guarantees: no sequence lets a dead token pass after the bound, or a live one exceed its owner.

const slackMilliseconds = 100;
const limitMilliseconds = 40_000;
const seed = Number(process.env.MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31));

let world: World;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
  vi.useRealTimers();
});

/** What was right before a change, until when. */
type Past = { until: number; model: Model }[];

class Command implements fc.AsyncCommand<{ model: Model; past: Past }, World> {
  constructor(
    private readonly change: Change,
    private readonly questions: readonly ModelQuestion[],
  ) {}

  check({ model }: Readonly<{ model: Model }>): boolean {
    return this.change.isPossible(model);
  }

  async run({ model, past }: { model: Model; past: Past }, desk: World): Promise<void> {
    const before = structuredClone(model);
    await this.change.run(model, desk);
    past.push({ until: performance.now(), model: before });
    await compare(model, past, desk, this.questions);
  }

  toString(): string {
    return this.change.name;
  }
}

/** Asks about every secret that there ever was in every way, and compares the answers with the model's. */
async function compare(
  model: Model,
  past: Past,
  desk: World,
  questions: readonly ModelQuestion[],
): Promise<void> {
  if (!desk.isFeedCut) await desk.told();
  for (const secret of [...model.tokens.map((token) => token.secret), ...model.dead]) {
    for (const question of questions) {
      const wanted = mayPass(model, secret, question, clock.now());
      for (const [name, way] of Object.entries(deskWays))
        expect(await way(desk, secret, question), `${name}: ${JSON.stringify(question)}`).toBe(wanted);
      const asked = performance.now();
      const answer = await packageWay(desk, secret, question);
      if (!desk.isFeedCut) expect(answer, `package: ${JSON.stringify(question)}`).toBe(wanted);
      else {
        const bound = asked - maxAgeSeconds * 1_000 - slackMilliseconds;
        const young = past.filter(({ until }) => until >= bound).map((each) => each.model);
        const allowed = [model, ...young].map((each) => mayPass(each, secret, question, clock.now()));
        expect(allowed, `package without its feed: ${JSON.stringify(question)}`).toContain(answer);
      }
    }
  }
}

/** What the desk was left as by the last sequence. */
let last: Model | null = null;
let sequenceCount = 0;

/** The desk as a new model is, with an owner who holds everything and a token that does, asked for once. */
async function begin(): Promise<{ model: { model: Model; past: Past }; real: World }> {
  const model = newModel();
  const past: Past = [];
  await putBack(model, last, world);
  last = model;
  sequenceCount += 1;
  for (const change of beginning) await change.run(model, world);
  await compare(model, past, world, [{ permission: permissions[1], context: 'store:a', address: outside }]);
  return { model: { model, past }, real: world };
}

const beginning = [
  changeRights([['keeper', 'global']]),
  make('generate', 'full', { end: 'never', begin: 'now', isBound: false }, null),
];

const question: fc.Arbitrary<ModelQuestion> = fc
  .record({
    permission: fc.constantFrom(...permissions),
    store: fc.constantFrom('store:a' as const, 'store:b' as const),
    address: fc.constantFrom('192.0.2.7', outside),
  })
  .map(({ permission, store, address }) => {
    const context = permission === 'shop.api.List' ? 'global' : store;
    return { permission, context, address };
  });
const command = fc
  .tuple(changes, fc.array(question, { minLength: 2, maxLength: 3 }))
  .map(([change, questions]) => new Command(change, questions));

test('AZ-4 TOK-9 REL-2 REL-3 no sequence lets a dead token pass after the bound, or a live one exceed its owner', async () => {
  process.stdout.write(`model test: MODEL_SEED=${seed}\n`);
  const sequences = fc.commands([command], { maxCommands: 20, size: '+1' });
  await fc.assert(
    fc.asyncProperty(sequences, (commands) => fc.asyncModelRun(begin, commands)),
    { seed, numRuns: 60, interruptAfterTimeLimit: limitMilliseconds, endOnFailure: false },
  );
  process.stdout.write(`model test: ${sequenceCount} sequences\n`);
}, 120_000);
