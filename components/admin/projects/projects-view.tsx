'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { ProjectRow } from '@/lib/domain/project-view';
import { LedgerPage, type LedgerPageProps } from '../ledger-page';
import { useFreshMarks } from '../use-fresh-marks';
import { ProjectDialog } from './project-dialog';
import { everyProject, filterProjects } from './projects-filter';
import { ProjectsLedger } from './projects-ledger';
import { ProjectsSentence } from './projects-sentence';

export interface ProjectsViewProps {
  projects: readonly ProjectRow[];
  hasEnvironments: boolean;
  /** Whose password confirms. */
  username: string;
}

/** The Projects page: sentence, tools, ledger, and the dialog. */
export function ProjectsView({ projects, hasEnvironments, username }: ProjectsViewProps) {
  const [filter, setFilter] = useState(everyProject);
  const [open, setOpen] = useState<{ project: ProjectRow | null } | null>(null);
  const { fresh, mark } = useFreshMarks('project', 'person', 'environment');
  const shown = filterProjects(projects, filter);
  return (
    <>
      <LedgerPage
        title="Projects"
        sentence={
          <ProjectsSentence
            projects={projects}
            kind={filter.kind}
            onKindChange={(kind) => setFilter({ ...filter, kind })}
          />
        }
        create={{
          label: 'New project',
          icon: <Plus aria-hidden="true" />,
          onPress: () => setOpen({ project: null }),
        }}
        search={{
          label: 'Search projects',
          text: filter.text,
          onTextChange: (text) => setFilter({ ...filter, text }),
        }}
        nothing={
          shown.length > 0 ? null : nothing(projects.length === 0 ? null : () => setFilter(everyProject))
        }
        foot={[
          `${shown.length} of ${projects.length} projects`,
          'Projects stay: tokens and the log name them',
        ]}
      >
        <ProjectsLedger
          projects={shown}
          hasEnvironments={hasEnvironments}
          fresh={fresh}
          onEdit={(project) => setOpen({ project })}
        />
      </LedgerPage>
      {open !== null && (
        <ProjectDialog
          project={open.project}
          hasEnvironments={hasEnvironments}
          username={username}
          onClose={() => setOpen(null)}
          onDone={({ key, name }) => {
            setOpen(null);
            mark(key);
            toast.success(open.project === null ? `${name} is here.` : `The project is called ${name} now.`);
          }}
        />
      )}
    </>
  );
}

function nothing(onShowAll: (() => void) | null): LedgerPageProps['nothing'] {
  const why =
    onShowAll === null
      ? 'A project is a place where roles and tokens can hold.'
      : 'No name or key matches what you typed and chose.';
  return { title: onShowAll === null ? 'No project yet.' : 'No project is like that.', why, onShowAll };
}
