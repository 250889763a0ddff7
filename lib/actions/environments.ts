'use server';

import type { ActionResult } from '@/lib/domain/action-result';
import type { Call } from '@/lib/domain/call';
import type { EnvironmentRow } from '@/lib/domain/environment-view';
import { DeskError } from '@/lib/domain/errors';
import { findEnvironmentRow } from '@/lib/services/platform/environments/find-environment-row';
import { startEnvironment } from '@/lib/services/platform/environments/start-environment';
import { stopEnvironment } from '@/lib/services/platform/environments/stop-environment';
import { runAction } from './run-action';

export async function startEnvironmentAction(name: string): Promise<ActionResult<EnvironmentRow>> {
  return runAction(async (call) => {
    await startEnvironment(call, { envName: name });
    return readRow(call, name);
  });
}

export async function stopEnvironmentAction(name: string): Promise<ActionResult<EnvironmentRow>> {
  return runAction(async (call) => {
    await stopEnvironment(call, { envName: name });
    return readRow(call, name);
  });
}

async function readRow(call: Call, name: string): Promise<EnvironmentRow> {
  const row = await findEnvironmentRow(call, name);
  if (row === null) throw new DeskError('not_found', `There is no environment ${name} in sight.`);
  return row;
}
