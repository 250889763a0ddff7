'use client';

import { useId, useState, type FormEvent } from 'react';
import type { SampleCall, SampleParameter } from '@/lib/domain/api/sample-call';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { useHeldSecret } from './docs-state';
import { sendTry, type TryResult } from './send-try';
import { TryAnswer } from './try-answer';

/** What is asked for, and how it looks. */
const presented: Record<SampleCall['credential'], { label: string; note: string }> = {
  token: { label: 'Token', note: 'td_pat_…' },
  client: { label: 'Token id and secret', note: 'id:secret' },
  'resource-server': { label: 'Credential', note: 'td_rsk_…' },
  'resource-client': { label: 'Id and credential', note: 'id:td_rsk_…' },
  none: { label: '', note: '' },
};

/** Sends an operation with what is typed here and the token that was pasted. What cannot be undone asks first. */
export function TryPanel({ call }: { call: SampleCall }) {
  const [secret, setSecret] = useHeldSecret();
  const [values, setValues] = useState<readonly SampleParameter[]>(() => call.parameters.map(startValue));
  const [body, setBody] = useState(() => (call.json === null ? '' : JSON.stringify(call.json, null, 2)));
  const [step, setStep] = useState<'ready' | 'asking' | 'sending'>('ready');
  const [result, setResult] = useState<TryResult | null>(null);
  const bodyId = useId();

  async function send() {
    setStep('sending');
    setResult(await sendTry(call, values, body, secret.trim()));
    setStep('ready');
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (step === 'sending') return;
    if (call.isDestroying && step === 'ready') setStep('asking');
    else void send();
  }

  return (
    <form className="try" aria-label={`Try ${call.id}`} autoComplete="off" onSubmit={onSubmit}>
      {call.credential !== 'none' && (
        <PasswordField
          {...presented[call.credential]}
          hint="It stays in this page’s memory and is gone when you leave. The request really happens."
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
        />
      )}
      {values.length > 0 && (
        <div className="try-fields">
          {values.map(({ place, name, isRequired, value }, index) => (
            <TextField
              key={`${place} ${name}`}
              label={name}
              note={isRequired ? place : `${place}, optional`}
              className="mono"
              spellCheck={false}
              value={value}
              onChange={(event) =>
                setValues(values.map((each, at) => (at === index ? { ...each, value: event.target.value } : each)))
              }
            />
          ))}
        </div>
      )}
      {call.json !== null && (
        <div>
          <div className="lab">
            <label htmlFor={bodyId}>Body</label>
          </div>
          <textarea
            id={bodyId}
            className="input mono"
            rows={Math.min(14, body.split('\n').length + 1)}
            spellCheck={false}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        </div>
      )}
      <div className="try-send" aria-live="polite">
        {step === 'asking' ? (
          <>
            <p>This cannot be undone.</p>
            <Button type="submit" variant="end-solid">
              Send all the same
            </Button>
            <Button variant="plain" onClick={() => setStep('ready')}>
              Keep it
            </Button>
          </>
        ) : (
          <Button type="submit" variant="primary" isBusy={step === 'sending'}>
            {step === 'sending' ? 'Sending…' : 'Send'}
          </Button>
        )}
      </div>
      <div aria-live="polite">{result !== null && <TryAnswer result={result} />}</div>
    </form>
  );
}

/** What may be left out starts empty. */
function startValue(parameter: SampleParameter): SampleParameter {
  return parameter.isRequired ? parameter : { ...parameter, value: '' };
}
