import type { EnvironmentRow } from '@/lib/domain/environment-view';

async function read(address: string): Promise<unknown> {
  const response = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return response.json();
}

/** All rows the person may see. Throws when the desk cannot be reached. */
export async function fetchEnvironmentRows(): Promise<EnvironmentRow[]> {
  const answer = (await read('/environments/rows')) as { rows: EnvironmentRow[] } | null;
  return answer?.rows ?? [];
}

/** One row by name; null when it is gone, or no longer in sight. */
export async function fetchEnvironmentRow(name: string): Promise<EnvironmentRow | null> {
  return (await read(`/environments/rows?name=${encodeURIComponent(name)}`)) as EnvironmentRow | null;
}
