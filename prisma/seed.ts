import { closeDesk } from '@/lib/services/desk/close-desk';
import { listPeople } from '@/lib/services/people/list-people';
import { Cast } from './seed/cast';
import { environmentSteps } from './seed/environment-steps';
import { seedPeople } from './seed/people';
import { foundingSteps, laterSteps } from './seed/people-steps';
import { runSteps } from './seed/steps';
import { noteUses, tokenSteps } from './seed/token-steps';

/**
 * `npm run demo`: fills an empty desk with the sample company, through the verbs, in the order in which it happened.
 * A second run changes nothing. Prints the accounts.
 */
async function seed(): Promise<void> {
  const cast = new Cast(new Date());
  const present = await listPeople(cast.systemCall(cast.now));
  if (present.length === 0) {
    await runSteps([
      ...foundingSteps(cast),
      ...tokenSteps(cast),
      ...environmentSteps(cast),
      ...laterSteps(cast),
    ]);
    await noteUses(cast);
  } else if (
    !present.some((person) => person.email === 'maren@northwharf.example' && person.status === 'blocked')
  ) {
    throw new Error('This desk is not the sample company, or only half of it: use another DATA_DIR.');
  }
  const lines = seedPeople.map(
    ({ email, password, says }) => `  ${email.padEnd(28)}${password.padEnd(34)}${says}`,
  );
  process.stdout.write(
    `\nThe people of Northwharf, a company that does not exist (email, password):\n${lines.join('\n')}\n\n`,
  );
}

try {
  await seed();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDesk();
}
