'use client';

import { LiveNote } from '@/components/shell/live-feed';
import { SearchField } from '@/components/ui/search-field';
import { FilterSelect } from '@/components/ui/filter-select';
import type { EnvironmentFilter } from './environment-filter';

const statuses = [
  { value: 'any', label: 'any' },
  { value: 'running', label: 'Running' },
  { value: 'sleeping', label: 'Sleeping' },
  { value: 'stopped', label: 'Stopped' },
] as const;

export interface EnvironmentsToolbarProps {
  filter: EnvironmentFilter;
  projects: readonly string[];
  onFilterChange: (filter: EnvironmentFilter) => void;
}

/** Search, the two filters, and whether the page is live. */
export function EnvironmentsToolbar({ filter, projects, onFilterChange }: EnvironmentsToolbarProps) {
  return (
    <div className="bar envbar">
      <SearchField
        label="Search environments"
        hasShortcut
        value={filter.text}
        onValueChange={(text) => onFilterChange({ ...filter, text })}
      />
      <FilterSelect
        label="Project"
        value={filter.projectKey}
        options={[{ value: 'any', label: 'any' }, ...projects.map((key) => ({ value: key, label: key }))]}
        onValueChange={(projectKey) => onFilterChange({ ...filter, projectKey })}
      />
      <FilterSelect
        label="Status"
        value={filter.status}
        options={statuses}
        onValueChange={(status) => onFilterChange({ ...filter, status })}
      />
      <span className="sp" />
      <LiveNote live="Live: changes made through an API appear here" />
    </div>
  );
}
