'use client';

import { BookOpen, Check, Eraser, Minus, Square } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuRule } from '../ui/menu';
import type { PickerIndex } from './picker-index';
import {
  checkedIn,
  pickReadOnly,
  setOperations,
  tickOf,
  toggleOperations,
  type PickerState,
} from './picker-state';

const icons = {
  all: <Check aria-hidden="true" />,
  some: <Minus aria-hidden="true" />,
  none: <Square aria-hidden="true" />,
};

export interface TickMenuProps {
  index: PickerIndex;
  state: PickerState;
  onChange: (change: (state: PickerState) => PickerState) => void;
}

/** What ticks many at once: everything that only reads, a whole service, nothing. Closed, it costs a keystroke nothing. */
export function TickMenu({
  trigger,
  ...props
}: TickMenuProps & { trigger: ReactElement<Record<string, unknown>> }) {
  return (
    <Menu trigger={trigger}>
      <TickItems {...props} />
    </Menu>
  );
}

function TickItems({ index, state, onChange }: TickMenuProps) {
  const checked = checkedIn(index, state, state.active);
  const all = index.operations.map((operation) => operation.code);
  return (
    <>
      <MenuItem
        icon={<BookOpen aria-hidden="true" />}
        onSelect={() => onChange((before) => pickReadOnly(index, before))}
      >
        All that only read
      </MenuItem>
      <MenuRule />
      {[...codesByService(index)].map(([service, codes]) => (
        <MenuItem
          key={service}
          icon={icons[tickOf(index, state, codes)]}
          onSelect={() => onChange((before) => toggleOperations(index, before, codes))}
        >
          All of {service}{' '}
          <small>
            {codes.filter((code) => checked.has(code)).length} of {codes.length}
          </small>
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem
        icon={<Eraser aria-hidden="true" />}
        onSelect={() => onChange((before) => setOperations(index, before, all, false))}
      >
        Untick all
      </MenuItem>
    </>
  );
}

/** In the order of the services. */
function codesByService({ services, groups }: PickerIndex): Map<string, string[]> {
  const codes = new Map<string, string[]>(services.map((service) => [service, []]));
  for (const group of groups) codes.get(group.service)?.push(...group.codes);
  return codes;
}
