import fc from 'fast-check';
import type { Change } from './change';
import { changeRights, changeRole, cutFeed, later, reimport, restart, setBlocked } from './desk-changes';
import { permissions, type ModelAccess } from './reference-model';
import { edit, make, tokenChanges, type Limits } from './token-changes';

const codes = fc.subarray([...permissions], { minLength: 1 });
const access: fc.Arbitrary<ModelAccess> = fc.oneof(
  fc.constant('full' as const),
  fc
    .record({ global: codes, 'store:a': codes, 'store:b': codes }, { requiredKeys: [] })
    .filter((each) => Object.keys(each).length > 0),
);
const limits: fc.Arbitrary<Limits> = fc.record({
  end: fc.constantFrom('never', 'never', 'soon'),
  begin: fc.constantFrom('now', 'now', 'now', 'soon'),
  isBound: fc.boolean(),
});
const index = fc.nat(4);
const givable = [
  ['keeper', 'global'],
  ['reader', 'global'],
  ['reader', 'store:a'],
  ['keeper', 'store:b'],
] as const;

/** Every change that there is, as often as it is worth. */
export const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(access, limits).map(([held, bounds]) => make('generate', held, bounds, null)),
  },
  fc.tuple(access, limits, index).map(([held, bounds, source]) => make('copy', held, bounds, source)),
  {
    weight: 2,
    arbitrary: fc.tuple(index, access, limits).map(([token, held, bounds]) => edit(token, held, bounds)),
  },
  ...Object.values(tokenChanges).map((change) => index.map(change)),
  fc.boolean().map(setBlocked),
  { weight: 4, arbitrary: fc.subarray([...givable]).map(changeRights) },
  codes.map(changeRole),
  codes.map(reimport),
  fc.constantFrom(later, restart),
  fc.boolean().map(cutFeed),
);
