import { endOfDay, formatDay } from './day';
import type { EventAction, EventOutcome } from './event';
import { actionsOf } from './event-groups';
import { pageText, type PageParameter } from './page-parameters';

/** What the log can be narrowed by, as it stands in the address of a page. */
export const auditParameters = ['person', 'token', 'action', 'outcome', 'address', 'from', 'to'] as const;
export type AuditParameter = (typeof auditParameters)[number];

/** The address as it was typed; empty where nothing was. */
export type AuditChoice = Record<AuditParameter, string>;

/** The log narrowed; null where nothing was chosen. Everything given has to match. */
export interface AuditFilter {
  /** Whoever acted, or whose desk it concerned. */
  personId: string | null;
  /** A token's id, or words of its description: what was done to it and what it did. */
  tokenText: string | null;
  actions: readonly EventAction[] | null;
  outcome: EventOutcome | null;
  /** Whole, as the log keeps it. */
  address: string | null;
  /** From the first instant of a day, UTC. */
  since: Date | null;
  /** To the first instant after a day, UTC. */
  until: Date | null;
}

export const wholeLog: AuditFilter = {
  personId: null,
  tokenText: null,
  actions: null,
  outcome: null,
  address: null,
  since: null,
  until: null,
};

/** An export holds no more lines than this, the newest ones. */
export const mostExported = 100_000;

/** At most this many characters of a parameter are read. */
const longest = 200;
const dayMilliseconds = 86_400_000;
const days = { from: 'From', to: 'To' } as const;

/** Reads the parameters that an address has; what stands twice is as if it were missing. */
export function readAuditChoice(parameters: Record<string, PageParameter>): AuditChoice {
  const text = (name: AuditParameter) => pageText(parameters[name], longest);
  return {
    person: text('person'),
    token: text('token'),
    action: text('action'),
    outcome: text('outcome'),
    address: text('address'),
    from: text('from'),
    to: text('to'),
  };
}

/** The filter that was chosen, or a sentence that says what of it cannot be read: then nothing is shown, not everything. */
export function judgeAuditChoice(
  choice: AuditChoice,
): { filter: AuditFilter; problem: null } | { filter: null; problem: string } {
  const refused = (problem: string) => ({ filter: null, problem });
  const actions = choice.action === '' ? null : actionsOf(choice.action);
  if (choice.action !== '' && actions === null) return refused('There is no such action.');
  const { outcome } = choice;
  if (outcome !== '' && outcome !== 'done' && outcome !== 'refused')
    return refused('An outcome is done or refused.');
  const [from, to] = [
    choice.from === '' ? null : endOfDay(choice.from),
    choice.to === '' ? null : endOfDay(choice.to),
  ];
  for (const [name, label] of Object.entries(days) as ['from' | 'to', string][]) {
    if (choice[name] !== '' && endOfDay(choice[name]) === null)
      return refused(`${label} is no day of the calendar: write it as dd-mm-yyyy, such as 21-11-2026.`);
  }
  if (from !== null && to !== null && from > to) return refused('From lies after To.');
  return {
    problem: null,
    filter: {
      personId: orNull(choice.person),
      tokenText: orNull(choice.token),
      actions,
      outcome: outcome === '' ? null : outcome,
      address: orNull(choice.address)?.toLowerCase() ?? null,
      since: from === null ? null : new Date(from.getTime() - dayMilliseconds),
      until: to,
    },
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** True when anything was chosen. */
export function isChosen(choice: AuditChoice): boolean {
  return auditParameters.some((name) => choice[name] !== '');
}

/** `audit-01-11-2026-22-11-2026.csv`; without a first day `audit-beginning-…`, without a last one today's. */
export function exportName(subject: string, choice: AuditChoice, now: Date): string {
  const [from, to] = [choice.from || 'beginning', choice.to || formatDay(now)];
  return `${subject}-${from}-${to}.csv`;
}
