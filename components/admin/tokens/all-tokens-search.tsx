'use client';

import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@/components/ui/search-field';

const restMilliseconds = 250;

/** Searches at the server, when one has stopped typing. */
export function AllTokensSearch({
  search,
  onSearch,
}: {
  search: string;
  onSearch: (search: string) => void;
}) {
  const [text, setText] = useState(search);
  const sent = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // What was sent from here comes back later, and is no news to who goes on typing; what was not, is.
  useEffect(() => {
    const at = sent.current.indexOf(search);
    if (at < 0) setText(search);
    else sent.current.splice(0, at + 1);
  }, [search]);
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
          sent.current.push(wanted);
          onSearch(wanted);
        }, restMilliseconds);
      }}
    />
  );
}
