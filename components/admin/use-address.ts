'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { addressOf } from './part-links';

/**
 * Goes to the address with some of its parameters changed. Two changes in quick succession both hold: the second is made
 * to where the first was going. `replace`: it is no step that one would go back to.
 */
export function useAddress<Name extends string>(path: string, parameters: Record<Name, string>) {
  const router = useRouter();
  const going = useRef(parameters);
  const here = addressOf(path, parameters);
  useEffect(() => {
    going.current = parameters;
    // A new object with every answer of the server; what it says is the address.
  }, [here]);
  return (change: Partial<Record<Name, string>>, way: 'push' | 'replace' = 'push') => {
    going.current = { ...going.current, ...change };
    router[way](addressOf(path, going.current));
  };
}
