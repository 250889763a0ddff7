'use client';

import { ChevronDown, ChevronRight, Lock } from 'lucide-react';
import { memo } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import type { PatternNode, PatternTick } from './pattern-tree';

export interface TreeLineProps {
  node: PatternNode;
  tick: PatternTick;
  /** How many of its operations are held. */
  held: number;
  isOpen: boolean;
  /** A filter is on: the component cannot be folded away. */
  isFiltered: boolean;
  /** Why it cannot be ticked; null when it can. */
  whyNot: string | null;
  onToggle: (pattern: string) => void;
  onFold: (pattern: string) => void;
}

const checkedOf = { none: false, some: 'mixed', all: true } as const;

/** One line of the tree: a box named by its pattern, what it is, and how much of it is held. */
export const TreeLine = memo(function TreeLine(props: TreeLineProps) {
  const { node, tick, isOpen, whyNot, onToggle } = props;
  const { kind, pattern, prefix, name, summary } = node;
  const mayToggle = whyNot === null || tick === 'all';
  const whyId = mayToggle ? undefined : `why-${pattern}`;
  const box = (
    <Checkbox
      aria-label={pattern}
      aria-describedby={whyId}
      // Not `disabled`: the keyboard must reach it to learn why.
      aria-disabled={!mayToggle || undefined}
      aria-expanded={kind === 'component' ? isOpen : undefined}
      checked={checkedOf[tick]}
      onCheckedChange={() => {
        if (mayToggle) onToggle(pattern);
      }}
    />
  );
  const why = mayToggle ? null : (
    <span className="why" id={whyId}>
      <Lock aria-hidden="true" />
      {whyNot}
    </span>
  );
  if (kind === 'operation') {
    return (
      <li className={`op${tick === 'all' ? ' on' : mayToggle ? '' : ' no'}`}>
        {box}
        <span className="code">
          <i>{prefix}</i>
          <b>{name}</b>
        </span>
        <span className="sum">{summary}</span>
        <span className="slot">{why}</span>
      </li>
    );
  }
  return (
    <li className={`grp ${kind}`}>
      {box}
      {kind === 'component' ? <Fold {...props} /> : <span />}
      <span className="nm">
        <i>{prefix}</i>
        {name}
        {tick === 'all' && <small> and what is added to it later</small>}
      </span>
      {why}
      <span className="ct">
        <b>{props.held}</b> of {node.size}
      </span>
    </li>
  );
});

function Fold({ node, isOpen, isFiltered, onFold }: TreeLineProps) {
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      className="fold"
      tabIndex={-1}
      aria-label={`${isOpen ? 'Fold' : 'Unfold'} ${node.pattern}`}
      disabled={isFiltered}
      onClick={() => onFold(node.pattern)}
    >
      <Chevron aria-hidden="true" />
    </button>
  );
}
