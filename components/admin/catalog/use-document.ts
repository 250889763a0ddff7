'use client';

import { useRef, useState } from 'react';
import { fieldIssues } from '@/components/security/refusal-of';
import { previewImportAction } from '@/lib/actions/catalog';
import { documentLimitBytes } from '@/lib/domain/service-input';
import type { ImportPreview } from '@/lib/domain/service-view';
import { keyFromName } from '../key-from-name';

/** A document that was chosen, and what the desk read of it. */
export interface ChosenDocument {
  read: ImportPreview | null;
  isReading: boolean;
  problems: readonly string[];
}

const nothing: ChosenDocument = { read: null, isReading: false, problems: [] };

/**
 * Reads a file as soon as it is chosen, so that its mistakes and its path parameters are known before anything else is
 * filled in. `take` answers what was read, null when it cannot be taken or another was chosen meanwhile.
 */
export function useDocument() {
  const [document, setDocument] = useState(nothing);
  const turn = useRef(0);
  const refuse = (problems: readonly string[]) => {
    setDocument({ ...nothing, problems });
    return null;
  };
  const take = async (file: File, name: string): Promise<ImportPreview | null> => {
    turn.current += 1;
    const own = turn.current;
    if (file.size > documentLimitBytes)
      return refuse([
        `${file.name} is larger than 10 MB. Leave out its examples, or split it into two services.`,
      ]);
    if (file.size === 0) return refuse([`${file.name} is empty.`]);
    setDocument({ ...nothing, isReading: true });
    const known = name !== '' ? name : keyFromName(file.name.replace(/\.[^.]*$/, '')) || 'service';
    const result = await previewImportAction({ name: known, contexts: [] }, file).catch(() => null);
    if (own !== turn.current) return null;
    if (result === null) return refuse(['The desk does not answer.']);
    if (result.isOk) {
      setDocument({ ...nothing, read: result.value });
      return result.value;
    }
    const issues = fieldIssues(result);
    const others = issues.filter(({ path }) => path !== 'name' && path !== 'basePath');
    return refuse(issues.length === 0 ? [result.error.message] : others.map(({ message }) => message));
  };
  return { document, take };
}
