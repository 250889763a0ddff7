'use client';

import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { toast } from '@/components/ui/toast';
import { startEnvironmentAction, stopEnvironmentAction } from '@/lib/actions/environments';
import type { EnvironmentRow } from '@/lib/domain/environment-view';
import { anyEnvironment, filterEnvironments, projectsOf } from './environment-filter';
import { EnvironmentLine } from './environment-line';
import { EnvironmentsFoot } from './environments-foot';
import { EnvironmentsLedger } from './environments-ledger';
import { EnvironmentsSentence } from './environments-sentence';
import { EnvironmentsToolbar } from './environments-toolbar';
import { useLiveRows } from './use-live-rows';

type Pending = Readonly<Record<string, 'starting' | 'stopping'>>;

/** The Environments page: sentence, filters, ledger; live. */
export function EnvironmentsView({ initialRows }: { initialRows: readonly EnvironmentRow[] }) {
  const { rows, fresh, said, put } = useLiveRows(initialRows);
  const [filter, setFilter] = useState(anyEnvironment);
  const [pending, setPending] = useState<Pending>({});
  const shown = filterEnvironments(rows, filter);

  async function power(row: EnvironmentRow, to: 'start' | 'stop') {
    setPending((before) => ({ ...before, [row.name]: to === 'start' ? 'starting' : 'stopping' }));
    const act = to === 'start' ? startEnvironmentAction : stopEnvironmentAction;
    const result = await act(row.name).catch(() => null);
    setPending(({ [row.name]: _, ...others }) => others);
    if (result?.isOk === true) put(result.value);
    else
      toast.error(`${row.name} stays ${row.status}.`, {
        description: result?.error.message ?? 'The desk did not answer.',
      });
  }

  return (
    <>
      <div className="head">
        <h1>Environments</h1>
        <EnvironmentsSentence
          rows={rows}
          status={filter.status}
          onStatusChange={(status) => setFilter({ ...filter, status })}
        />
      </div>
      <EnvironmentsToolbar filter={filter} projects={projectsOf(rows)} onFilterChange={setFilter} />
      {rows.length > 0 && (
        <EnvironmentsLedger>
          {shown.map((row) => (
            <EnvironmentLine
              key={row.name}
              row={row}
              pending={pending[row.name]}
              isFresh={fresh.has(row.name)}
              onPower={(each, to) => void power(each, to)}
            />
          ))}
        </EnvironmentsLedger>
      )}
      {rows.length > 0 && shown.length === 0 && (
        <EmptyState
          title="None is like that."
          actions={
            <button type="button" className="btn" onClick={() => setFilter(anyEnvironment)}>
              Show all
            </button>
          }
        >
          No environment matches what you typed and chose.
        </EmptyState>
      )}
      {rows.length === 0 && <NoEnvironments />}
      <p className="vh" role="status">
        {said}
      </p>
      <EnvironmentsFoot shown={shown.length} total={rows.length} />
    </>
  );
}

function NoEnvironments() {
  return (
    <EmptyState
      title="No environment is in sight."
      ledger={
        <EnvironmentsLedger>
          {Array.from({ length: 14 }, (_, line) => (
            <tr key={line} aria-hidden="true">
              <td className="c-name" />
              <td className="c-project" />
              <td className="c-status" />
              <td className="c-nodes" />
              <td className="c-day">
                <div className="day">
                  <span className="now" />
                </div>
              </td>
              <td className="c-change" />
              <td className="c-when" />
              <td className="c-act" />
            </tr>
          ))}
        </EnvironmentsLedger>
      }
      actions={<a href="/docs/api">How an environment is created</a>}
    >
      Environments belong to projects, and you see those of the projects in which you hold a role. A new one
      is created through the API, or installed from the marketplace, and appears here the moment it exists.
    </EmptyState>
  );
}
