'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { capitalised, counted } from '@/lib/domain/number-words';
import type { SessionLimits, SessionRow } from '@/lib/domain/session';
import { EndSessionDialog } from './end-session-dialog';
import { PasswordForm } from './password-form';
import { SessionsLedger } from './sessions-ledger';

/** The Security page: the password, and where one is signed in. */
export function SecurityView(props: {
  email: string;
  sessions: readonly SessionRow[];
  limits: SessionLimits;
}) {
  const { email, sessions, limits } = props;
  const router = useRouter();
  const [ending, setEnding] = useState<SessionRow | null>(null);
  const others = sessions.filter((session) => !session.isCurrent).length;
  return (
    <>
      <div className="head">
        <h1>Security</h1>
        <p className="say">
          Your password stands behind every change.{' '}
          {others === 0
            ? 'You are signed in here and nowhere else.'
            : `You are signed in here and in ${counted(others, 'other place')}.`}
        </p>
      </div>
      <section className="part">
        <div>
          <h2 className="h-lg">Password</h2>
          <p className="aside">
            A new one ends every other session at once. Tokens keep working: they have secrets of their own.
          </p>
        </div>
        <PasswordForm email={email} onChanged={() => router.refresh()} />
      </section>
      <section>
        <div className="head sub-head">
          <h2 className="h-lg">Sessions</h2>
          <p className="aside">
            {capitalised(counted(sessions.length, 'place'))} where your account is open now.
          </p>
        </div>
        <SessionsLedger sessions={sessions} onEnd={setEnding} />
      </section>
      {ending !== null && (
        <EndSessionDialog
          session={ending}
          email={email}
          onClose={() => setEnding(null)}
          onEnded={() => {
            setEnding(null);
            router.refresh();
          }}
        />
      )}
      <div className="foot-bar">
        <span>
          A session ends after {counted(limits.idleMinutes, 'minute')} without use, and{' '}
          {counted(limits.absoluteHours, 'hour')} after sign-in at the latest.
        </span>
        <span className="sp" />
        <span>Times are UTC</span>
      </div>
    </>
  );
}
