'use client';

import { useId, useState } from 'react';
import type { FieldIssue } from '@/lib/domain/errors';
import type { PathParameter } from '@/lib/domain/service-view';
import type { ImportFields } from './import-fields';
import { suggestType } from './suggest-type';

export interface ContextLinesProps {
  parameters: readonly PathParameter[];
  types: ImportFields['types'];
  issues: readonly FieldIssue[];
  onTypesChange: (types: ImportFields['types']) => void;
}

const shownAtFirst = 5;

/** The path parameters of the document, a line each: which type of context its value is a key of, if any. */
export function ContextLines({ parameters, types, issues, onTypesChange }: ContextLinesProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole
    ? parameters
    : parameters.filter(({ name }, index) => index < shownAtFirst || (types[name] ?? '') !== '');
  if (parameters.length === 0)
    return <p className="hint">No path has a parameter: every operation is granted globally.</p>;
  return (
    <fieldset className="ctxmap">
      <legend className="lab">Contexts</legend>
      <p className="hint">
        A parameter whose value says where an operation acts can be a context: tokens and roles then hold in{' '}
        <code>store:17</code> alone. Operations without one are granted globally.
      </p>
      <ul>
        {shown.map((parameter) => (
          <ParameterLine
            key={parameter.name}
            parameter={parameter}
            type={types[parameter.name] ?? ''}
            error={issues.find(({ path }) => path === `types.${parameter.name}`)?.message}
            onTypeChange={(type) => onTypesChange({ ...types, [parameter.name]: type })}
          />
        ))}
      </ul>
      {shown.length < parameters.length && (
        <button type="button" className="lnk strong" onClick={() => setWhole(true)}>
          Show all {parameters.length} parameters
        </button>
      )}
    </fieldset>
  );
}

function ParameterLine(props: {
  parameter: PathParameter;
  type: string;
  error: string | undefined;
  onTypeChange: (type: string) => void;
}) {
  const { parameter, type, error, onTypeChange } = props;
  const { name, operationCount, example } = parameter;
  const id = useId();
  const suggestion = suggestType(name, example);
  return (
    <li>
      <label htmlFor={id}>
        <code>{`{${name}}`}</code>
        <span className="t2" title={example}>
          in {operationCount.toLocaleString('en')}, <span className="mono">{example}</span>
        </span>
      </label>
      <span className="arrow" aria-hidden="true">
        →
      </span>
      <div>
        <input
          id={id}
          type="text"
          className="input mono"
          autoComplete="off"
          spellCheck={false}
          placeholder="no context"
          value={type}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={({ target }) => onTypeChange(target.value)}
        />
        {error !== undefined && (
          <p className="err" id={`${id}-error`}>
            {error}
          </p>
        )}
      </div>
      {type === '' && suggestion !== '' ? (
        <button type="button" className="lnk" onClick={() => onTypeChange(suggestion)}>
          {suggestion}
          <span className="vh"> for {name}</span>
        </button>
      ) : (
        <span />
      )}
    </li>
  );
}
