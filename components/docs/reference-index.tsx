'use client';

import { useState } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { findEntries, type IndexGroup } from './find-entries';

/** The contents of the reference, narrowed while one types. */
export function ReferenceIndex({ groups }: { groups: readonly IndexGroup[] }) {
  const [search, setSearch] = useState('');
  const isSearching = search.trim() !== '';
  const found = findEntries(groups, search);
  const count = found.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <nav className={isSearching ? 'toc searching' : 'toc'} aria-label="Contents of the reference">
      <SearchField label="Search operations" value={search} onValueChange={setSearch} hasShortcut />
      <p className="sr-only" role="status">
        {isSearching ? `${count} found` : ''}
      </p>
      <div className="toc-list">
        {!isSearching && <a href="#credentials">How a request carries a token</a>}
        {found.map(({ id, title, entries }) => (
          <div key={id} className="toc-group">
            <a href={`#${id}`} className="toc-api">
              {title} <span className="dim">{entries.length}</span>
            </a>
            {entries.map((entry) => (
              <a key={entry.id} href={`#${entry.id}`} className="toc-op" title={entry.id}>
                {entry.id.startsWith('desk.') || id !== 'api-virtuozzo' ? entry.summary : entry.id.split('.').slice(1).join('.')}
              </a>
            ))}
          </div>
        ))}
        {!isSearching && <a href="#shapes">Shapes</a>}
        {isSearching && count === 0 && <p className="dim">No operation is called like that.</p>}
      </div>
    </nav>
  );
}
