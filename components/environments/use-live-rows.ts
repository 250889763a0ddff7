'use client';

import { useEffect, useRef, useState } from 'react';
import { useLiveFeed } from '@/components/shell/live-feed';
import type { EnvironmentRow } from '@/lib/domain/environment-view';
import type { FeedChange } from '@/lib/domain/feed-message';
import { withRow } from './environment-filter';
import { fetchEnvironmentRow, fetchEnvironmentRows } from './fetch-rows';

const freshMilliseconds = 3_000;
const gatherMilliseconds = 120;

/** What concerns an environment: itself, what is deployed to it, and its making from the marketplace. */
function concernsEnvironments(change: FeedChange): boolean {
  return change.outcome === 'done' && /^(?:environment|deployment|marketplace)\./.test(change.action);
}

/**
 * The rows, kept current by the feed. A change names its environment, whose row alone is read again; where the name is
 * not known (a new or renamed one) all are. `fresh` holds the names changed within the last three seconds.
 */
export function useLiveRows(initial: readonly EnvironmentRow[]) {
  const [rows, setRows] = useState(initial);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const waiting = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function mark(names: readonly string[]) {
    setFresh((before) => new Set([...before, ...names]));
    setTimeout(
      () => setFresh((before) => new Set([...before].filter((name) => !names.includes(name)))),
      freshMilliseconds,
    );
  }

  function put(row: EnvironmentRow) {
    setRows((before) => withRow(before, row));
    setSaid(`${row.name} is ${row.status}.`);
    mark([row.name]);
  }

  async function readAll() {
    const read = await fetchEnvironmentRows().catch(() => null);
    if (read === null) return;
    const before = new Map(rows.map((row) => [row.name, row.changedAt]));
    const changed = read.filter((row) => before.get(row.name) !== row.changedAt).map((row) => row.name);
    setRows(read);
    if (changed.length > 0) mark(changed);
  }

  async function readOne(name: string) {
    const row = await fetchEnvironmentRow(name).catch(() => undefined);
    if (row === null) setRows((before) => before.filter((each) => each.name !== name));
    else if (row !== undefined) put(row);
  }

  function readWaiting() {
    const names = [...waiting.current];
    waiting.current.clear();
    timer.current = undefined;
    const known = new Set(rows.map((row) => row.name));
    if (names.length > 8 || names.some((name) => !known.has(name))) void readAll();
    else for (const name of names) void readOne(name);
  }

  useLiveFeed(
    (change) => {
      if (!concernsEnvironments(change)) return;
      waiting.current.add(change.subjectId);
      timer.current ??= setTimeout(() => latest.current(), gatherMilliseconds);
    },
    undefined,
    () => void readAll(),
  );
  const latest = useRef(readWaiting);
  useEffect(() => {
    latest.current = readWaiting;
  });

  return { rows, fresh, said, put };
}
