'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@/components/ui/search-field';

const restMilliseconds = 250;

/** Searches at the server: the address carries what is looked for, so that it can be passed on. */
export function AllTokensSearch({ search }: { search: string }) {
  const router = useRouter();
  const path = usePathname();
  const [text, setText] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <SearchField
      label="Search all tokens"
      hasShortcut
      value={text}
      onValueChange={(next) => {
        setText(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          const wanted = next.trim();
          router.replace(wanted === '' ? path : `${path}?q=${encodeURIComponent(wanted)}`);
        }, restMilliseconds);
      }}
    />
  );
}
