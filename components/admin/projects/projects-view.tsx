'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { LiveNote } from '@/components/shell/live-feed';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { toast } from '@/components/ui/toast';
import type { ProjectRow } from '@/lib/domain/project-view';
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
      <div className="head">
        <h1>Projects</h1>
        <ProjectsSentence
          projects={projects}
          kind={filter.kind}
          onKindChange={(kind) => setFilter({ ...filter, kind })}
        />
      </div>
      <div className="bar">
        <Button
          variant="primary"
          icon={<Plus aria-hidden="true" />}
          onClick={() => setOpen({ project: null })}
        >
          New project
        </Button>
        <SearchField
          label="Search projects"
          hasShortcut
          value={filter.text}
          onValueChange={(text) => setFilter({ ...filter, text })}
        />
        <span className="sp" />
        <LiveNote live="Live" />
      </div>
      <ProjectsLedger
        projects={shown}
        hasEnvironments={hasEnvironments}
        fresh={fresh}
        onEdit={(project) => setOpen({ project })}
      />
      {shown.length === 0 && (
        <EmptyState
          title={projects.length === 0 ? 'No project yet.' : 'No project is like that.'}
          actions={projects.length > 0 && <Button onClick={() => setFilter(everyProject)}>Show all</Button>}
        >
          {projects.length === 0
            ? 'A project is a place where roles and tokens can hold.'
            : 'No name or key matches what you typed and chose.'}
        </EmptyState>
      )}
      <div className="foot-bar">
        <span>
          {shown.length} of {projects.length} projects
        </span>
        <span className="sp" />
        <span>Projects stay: tokens and the log name them</span>
      </div>
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
