'use client';

import { useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { heldIn, isCovered, tickOf, togglePattern, type PatternNode, type Patterns } from './pattern-tree';
import { TreeLine } from './tree-line';
import { startOpen, treeRows } from './tree-rows';

export interface RolePermissionsProps {
  tree: PatternNode;
  patterns: Patterns;
  /** Patterns that whoever edits holds everywhere: nothing beyond them can be ticked. */
  mine: Patterns;
  /** What is wrong with the picks, above the list. */
  error: string | undefined;
  /** Must stay the same function between renders, or every line is drawn again. */
  onChange: (change: (patterns: Patterns) => Patterns) => void;
}

const nothing: ReadonlySet<string> = new Set();
/** Lines drawn at once: thousands would make every tick wait. */
const linesAtOnce = 400;

/** Everything a role can hold, as a tree of boxes: a ticked component or service holds what is added to it later too. */
export function RolePermissions({ tree, patterns, mine, error, onChange }: RolePermissionsProps) {
  const [query, setQuery] = useState('');
  const [isOnlyChecked, setOnlyChecked] = useState(false);
  const [open, setOpen] = useState(() => startOpen(tree, patterns));
  const rows = treeRows(tree, patterns, { query, isOnlyChecked, open });
  const [limit, setLimit] = useState(linesAtOnce);
  const rest = rows.length - limit;
  const onToggle = useCallback(
    (pattern: string) => onChange((before) => togglePattern(tree, before, pattern)),
    [tree, onChange],
  );
  const onFold = useCallback((pattern: string) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(pattern)) after.add(pattern);
      return after;
    });
  }, []);
  const components = useMemo(
    () => tree.children.flatMap((service) => service.children).map((node) => node.pattern),
    [tree],
  );
  const isAllOpen = components.every((pattern) => open.has(pattern));
  const isFiltered = query.trim() !== '' || isOnlyChecked;
  return (
    <div className="pick roletree">
      <div className="pickbar">
        <SearchField label="Search permissions" value={query} onValueChange={setQuery} />
        <label className="onlychecked">
          <Checkbox checked={isOnlyChecked} onCheckedChange={setOnlyChecked} />
          Only checked
        </label>
        <Button
          variant="plain"
          size="small"
          disabledReason={isFiltered ? 'Everything that matches is shown' : null}
          onClick={() => setOpen(isAllOpen ? nothing : new Set(components))}
        >
          {isAllOpen ? 'Fold all' : 'Unfold all'}
        </Button>
        <span className="tot" aria-live="polite">
          <b>{heldIn(tree, patterns)}</b> of {tree.size}
        </span>
      </div>
      {error !== undefined && (
        <p className="picknote" role="alert">
          {error}
        </p>
      )}
      {rows.length === 0 && <p className="nofind">{nothingFound(query, isOnlyChecked)}</p>}
      <ul className="ops" aria-label="Permissions" onKeyDown={moveByKeys}>
        {rows.slice(0, limit).map(({ node, isOpen }) => (
          <TreeLine
            key={node.pattern}
            node={node}
            tick={tickOf(patterns, node.pattern)}
            held={heldIn(node, patterns)}
            isOpen={isOpen}
            isFiltered={isFiltered}
            whyNot={isCovered(mine, node.pattern) ? null : 'you do not hold it everywhere'}
            onToggle={onToggle}
            onFold={onFold}
          />
        ))}
        {rest > 0 && (
          <li className="more">
            <Button size="small" onClick={() => setLimit(limit + linesAtOnce)}>
              Show {Math.min(rest, linesAtOnce)} more of {rest.toLocaleString('en')}
            </Button>
            <span className="dim">Searching narrows them.</span>
          </li>
        )}
      </ul>
    </div>
  );
}

function nothingFound(query: string, isOnlyChecked: boolean): string {
  if (query.trim() === '') return 'Nothing is checked.';
  return `${isOnlyChecked ? 'Nothing that is checked' : 'No permission'} has “${query.trim()}” in its code or its summary.`;
}

/** Up and down go from box to box, left and right fold and unfold. */
function moveByKeys(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLInputElement)) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input.cb')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    boxes[boxes.indexOf(event.target) + step]?.focus();
  }
  const wanted = { ArrowRight: 'false', ArrowLeft: 'true' }[event.key];
  if (wanted !== undefined && event.target.getAttribute('aria-expanded') === wanted) {
    event.preventDefault();
    event.target.closest('li')?.querySelector('button')?.click();
  }
}
