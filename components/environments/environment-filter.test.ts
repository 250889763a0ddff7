import { describe, expect, it } from 'vitest';
import type { EnvironmentRow } from '@/lib/domain/environment-view';
import { anyEnvironment, countByStatus, filterEnvironments, projectsOf, withRow } from './environment-filter';

function row(name: string, projectKey: string, status: EnvironmentRow['status']): EnvironmentRow {
  return {
    name,
    displayName: name,
    projectKey,
    context: `project:${projectKey}`,
    status,
    nodeCount: 1,
    template: 'Node.js',
    changedAt: '2026-11-22T00:00:00.000Z',
    history: [],
    lastChange: null,
    mayStart: true,
    mayStop: true,
    url: `https://${name}.example`,
  };
}

const rows = [
  row('shop-a', 'shop', 'running'),
  row('shop-b', 'shop', 'stopped'),
  row('docs', 'docs-site', 'running'),
];

describe('filtering environments', () => {
  it('narrows nothing by default', () => {
    expect(filterEnvironments(rows, anyEnvironment)).toEqual(rows);
  });

  it('asks for every word typed, in any field, whatever the case', () => {
    expect(
      filterEnvironments(rows, { ...anyEnvironment, text: 'SHOP node -b' }).map((each) => each.name),
    ).toEqual(['shop-b']);
  });

  it('joins project and status', () => {
    const filter = { text: '', projectKey: 'shop', status: 'running' } as const;
    expect(filterEnvironments(rows, filter).map((each) => each.name)).toEqual(['shop-a']);
  });
});

describe('the rows of the page', () => {
  it('counts each status and names each project once', () => {
    expect(countByStatus(rows)).toEqual({ running: 2, stopped: 1, sleeping: 0 });
    expect(projectsOf(rows)).toEqual(['shop', 'docs-site']);
  });

  it('puts a changed row in its place and a new one at the end', () => {
    const stopped = row('shop-a', 'shop', 'stopped');
    expect(withRow(rows, stopped)[0]).toBe(stopped);
    const made = row('new', 'shop', 'running');
    expect(withRow(rows, made)).toEqual([...rows, made]);
  });
});
