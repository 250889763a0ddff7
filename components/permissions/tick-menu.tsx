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

/** What ticks many at once: everything that only reads, a whole service, nothing. */
export function TickMenu({
  index,
  state,
  onChange,
  trigger,
}: {
  index: PickerIndex;
  state: PickerState;
  onChange: (change: (state: PickerState) => PickerState) => void;
  trigger: ReactElement<Record<string, unknown>>;
}) {
  const checked = checkedIn(index, state, state.active);
  const all = index.operations.map((operation) => operation.code);
  return (
    <Menu trigger={trigger}>
      <MenuItem
        icon={<BookOpen aria-hidden="true" />}
        onSelect={() => onChange((before) => pickReadOnly(index, before))}
      >
        All that only read
      </MenuItem>
      <MenuRule />
      {index.services.map((service) => {
        const codes = codesOfService(index, service);
        return (
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
        );
      })}
      <MenuRule />
      <MenuItem
        icon={<Eraser aria-hidden="true" />}
        onSelect={() => onChange((before) => setOperations(index, before, all, false))}
      >
        Untick all
      </MenuItem>
    </Menu>
  );
}

function codesOfService(index: PickerIndex, service: string): string[] {
  return index.groups.filter((group) => group.service === service).flatMap((group) => group.codes);
}
