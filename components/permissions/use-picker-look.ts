'use client';

import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import { componentName } from '@/lib/domain/catalog';
import type { PickerIndex } from './picker-index';
import { checkedIn, type PickerState } from './picker-state';

/** How the list is looked at. */
export interface LookMemory {
  query: string;
  isOnlyChecked: boolean;
  /** Components whose operations are folded away, and services whose components are. */
  closed: ReadonlySet<string>;
  /** Key of the line that holds the keyboard's place. */
  current: string | null;
}

export interface PickerLook extends LookMemory {
  setQuery: (query: string) => void;
  setOnlyChecked: (isOnlyChecked: boolean) => void;
  setClosed: (component: string, isClosed: boolean) => void;
  setCurrent: (key: string) => void;
}

const freshLook: LookMemory = { query: '', isOnlyChecked: false, closed: new Set(), current: null };

const openAtMost = 100;

/** How the list is looked at first: services of many operations are folded, except where something is ticked. */
export function startLook(index: PickerIndex, state: PickerState): LookMemory {
  const ticked = new Set(
    state.contexts
      .flatMap((context) => [...checkedIn(index, state, context)])
      .map((code) => componentName(code)),
  );
  const large = [...index.serviceGroups.values()].filter((service) => service.codes.length > openAtMost);
  const isLarge = new Set(large.map(({ service }) => service));
  const tickedServices = new Set([...ticked].map((component) => component.split('.', 1)[0]));
  const closed = [
    ...large.filter(({ service }) => !tickedServices.has(service)),
    ...index.groups.filter(({ service, component }) => isLarge.has(service) && !ticked.has(component)),
  ];
  return { ...freshLook, closed: new Set(closed.map(({ component }) => component)) };
}

/**
 * The look is state of the picker alone, so that a keystroke draws nothing else; `memory` outlives it, so that leaving
 * the form and coming back finds it as it was.
 */
export function usePickerLook(memory: RefObject<LookMemory>): PickerLook {
  const [look, setLook] = useState(memory.current);
  useEffect(() => {
    memory.current = look;
  }, [memory, look]);
  const setQuery = useCallback((query: string) => setLook((before) => ({ ...before, query })), []);
  const setOnlyChecked = useCallback(
    (isOnlyChecked: boolean) => setLook((before) => ({ ...before, isOnlyChecked })),
    [],
  );
  const setCurrent = useCallback(
    (current: string) => setLook((before) => (before.current === current ? before : { ...before, current })),
    [],
  );
  const setClosed = useCallback((component: string, isClosed: boolean) => {
    setLook((before) => {
      const closed = new Set(before.closed);
      if (isClosed) closed.add(component);
      else closed.delete(component);
      return { ...before, closed };
    });
  }, []);
  return useMemo(
    () => ({ ...look, setQuery, setOnlyChecked, setClosed, setCurrent }),
    [look, setQuery, setOnlyChecked, setClosed, setCurrent],
  );
}
