import { findSettings, replaceSettings, type SettingKind } from '@/lib/db/environment-settings';
import { updateEnvironment } from '@/lib/db/environments';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { maxSettings } from '@/lib/domain/platform/environment-settings';
import { changeEnvironment } from '@/lib/services/platform/environments/change-environment';

/**
 * Changes the variables or properties of an environment as one: `change` answers what shall stand. The event names what
 * was set and removed, never a value, which may be a password. Throws conflict when there would be too many.
 */
export async function changeSettings(
  call: Call,
  target: { permission: string; kind: SettingKind; envName: string },
  change: (current: ReadonlyMap<string, string>) => ReadonlyMap<string, string>,
): Promise<void> {
  const { permission, kind, envName } = target;
  await changeEnvironment(call, permission, envName, async ({ tx, environment, record }) => {
    const before = await findSettings(kind, environment.id, tx);
    const after = change(before);
    if (after.size > maxSettings)
      throw new DeskError('conflict', `An environment holds at most ${maxSettings} of them.`);
    await replaceSettings(tx, kind, environment.id, after);
    await updateEnvironment(tx, environment.id, { changedAt: call.now });
    await record('environment.changed', {
      what: kind,
      set: [...after].filter(([name, value]) => before.get(name) !== value).map(([name]) => name),
      removed: [...before.keys()].filter((name) => !after.has(name)),
    });
  });
}

/** The settings with new ones added. Throws conflict, naming the first that exists already. */
export function withNew(
  current: ReadonlyMap<string, string>,
  added: Record<string, string>,
  field: string,
): Map<string, string> {
  const taken = Object.keys(added).find((name) => current.has(name));
  if (taken === undefined) return new Map([...current, ...Object.entries(added)]);
  const message = `There is a ${taken} already.`;
  throw new DeskError('conflict', message, { issues: [{ path: field, message }] });
}

/** The settings without those named. Throws not_found, naming the first that does not exist. */
export function without(current: ReadonlyMap<string, string>, names: readonly string[]): Map<string, string> {
  const unknown = names.find((name) => !current.has(name));
  if (unknown !== undefined) {
    throw new DeskError('not_found', `There is no ${unknown}.`, {
      subject: { kind: 'setting', name: unknown },
    });
  }
  return new Map([...current].filter(([name]) => !names.includes(name)));
}
