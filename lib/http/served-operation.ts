import type { z } from 'zod';
import type { Call } from '@/lib/domain/call';

/** What every operation tells of itself. */
interface OperationFacts {
  /** `service.component.Operation`, as the catalog lists it. */
  code: string;
  /** True when it changes nothing. */
  isReading: boolean;
  /** The schema that its verb parses with. */
  parameters: z.ZodObject;
  /** How large a request may be. Above the usual 64 KB only for a caller that has been verified. */
  bodyLimitBytes: number;
}

/** What a service offers to the doors: one operation of the catalog, with what it takes and what it answers. */
export interface ServedOperation extends OperationFacts {
  /** Authorises and acts by its verb; answers the members of the reply; a frozen one may come again. Throws DeskError. */
  run: (
    call: Call,
    parameters: Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, unknown>>>;
}

/** An operation that takes no credential, because it gives one. */
export interface OpenOperation extends OperationFacts {
  runOpen: (
    facts: Omit<Call, 'actor' | 'via'>,
    parameters: Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, unknown>>>;
}

export type AnyOperation = ServedOperation | OpenOperation;
