'use client';

import type { KeyboardEvent, RefObject } from 'react';

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

/** The keys of a menu in a popover: arrows and Home, End move, Tab leaves, Arrow Down on the button opens. */
export function useMenuKeys(menu: RefObject<HTMLElement | null>) {
  function move(event: KeyboardEvent, to: (at: number, count: number) => number) {
    const items = itemsOf(menu.current);
    const at = items.findIndex((item) => item === document.activeElement);
    event.preventDefault();
    items[(to(at, items.length) + items.length) % items.length]?.focus();
  }
  return {
    focusFirst: () => itemsOf(menu.current)[0]?.focus(),
    onTriggerKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      menu.current?.showPopover();
    },
    onMenuKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown') move(event, (at) => at + 1);
      else if (event.key === 'ArrowUp') move(event, (at) => at - 1);
      else if (event.key === 'Home') move(event, () => 0);
      else if (event.key === 'End') move(event, (_, count) => count - 1);
      else if (event.key === 'Tab') menu.current?.hidePopover();
    },
  };
}
