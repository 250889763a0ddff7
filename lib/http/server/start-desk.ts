import { checkReady } from '@/lib/services/desk/check-ready';
import { closeDesk } from '@/lib/services/desk/close-desk';
import { openDesk } from '@/lib/services/desk/open-desk';
import { openGate } from '@/lib/services/desk/open-gate';

/** The opened desk, as server.ts and gate.ts need it. `greeting` are lines for the terminal. */
export interface StartedDesk {
  greeting: readonly string[];
  checkReady: () => Promise<boolean>;
  close: () => Promise<void>;
}

/** Opens the desk. Throws EnvError with a sentence for the operator when it cannot. */
export async function startDesk(): Promise<StartedDesk> {
  const { setupAddress } = await openDesk();
  const greeting =
    setupAddress === null
      ? []
      : ['Nobody is here yet. Become the first administrator within 24 hours:', `  ${setupAddress}`];
  return { greeting, checkReady, close: closeDesk };
}

/** Opens what the gate needs of it: nobody is set up here. */
export async function startGate(): Promise<StartedDesk> {
  await openGate();
  return { greeting: [], checkReady, close: closeDesk };
}
