'use client';

import { useId, useState } from 'react';
import { FormRefusal } from '@/components/entry/form-refusal';
import { TextField } from '@/components/ui/text-field';
import type { FieldIssue } from '@/lib/domain/errors';
import { FormFooter } from '../form-footer';
import { keyFromName } from '../key-from-name';
import { ContextLines } from './context-lines';
import { DocumentField } from './document-field';
import { atParameters, problemsOf, type ImportFields } from './import-fields';
import type { useDocument } from './use-document';

export interface ImportFormProps {
  start: ImportFields;
  /** The service that is imported again: its name stays. */
  isAgain: boolean;
  document: ReturnType<typeof useDocument>;
  issues: readonly FieldIssue[];
  refusal: string | null;
  isBusy: boolean;
  onClose: () => void;
  onNext: (fields: ImportFields) => void;
}

/** Inside a dialog: the document, the name its operations begin with, and which path parameters are contexts. */
export function ImportForm(props: ImportFormProps) {
  const { start, isAgain, document: chosen, refusal, isBusy, onClose, onNext } = props;
  const formId = useId();
  const [fields, setFields] = useState(start);
  const [told, setTold] = useState(props.issues);
  const [issues, setIssues] = useState(() => atParameters(props.issues, start));
  if (told !== props.issues) {
    setTold(props.issues);
    setIssues(atParameters(props.issues, fields));
  }
  const { read, isReading, problems } = chosen.document;
  const change = (part: Partial<ImportFields>) => {
    setFields((before) => ({ ...before, ...part }));
    setIssues([]);
  };
  const take = async (file: File) => {
    change({ file });
    const found = await chosen.take(file, fields.name);
    if (found === null) return;
    setFields((before) => ({
      ...before,
      name: before.name === '' ? keyFromName(found.title) : before.name,
    }));
  };
  const messageOf = (path: string) => issues.find((issue) => issue.path === path)?.message;
  const inDocument = issues.filter(({ path }) => path === 'document').map(({ message }) => message);
  return (
    <>
      <form
        id={formId}
        className="body fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isBusy || isReading) return;
          const wrong = problemsOf(fields);
          setIssues(wrong);
          if (wrong.length === 0 && problems.length === 0) return onNext(fields);
          const form = event.currentTarget;
          requestAnimationFrame(() => form.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus());
        }}
      >
        <FormRefusal message={refusal} />
        <DocumentField
          file={fields.file}
          read={read}
          isReading={isReading}
          problems={problems.length > 0 ? problems : inDocument}
          onFile={(file) => void take(file)}
        />
        <TextField
          label="Name"
          autoComplete="off"
          spellCheck={false}
          className="mono"
          readOnly={isAgain}
          value={fields.name}
          error={messageOf('name')}
          hint={
            isAgain
              ? 'The name stays: permissions begin with it.'
              : 'Permissions begin with it, as in shop.orders.listOrders. It cannot be changed later.'
          }
          onChange={({ target }) => change({ name: target.value })}
        />
        <TextField
          label="Base path"
          note="optional"
          autoComplete="off"
          spellCheck={false}
          className="mono"
          placeholder={read === null || read.basePath === '' ? 'none' : read.basePath}
          value={fields.basePath}
          error={messageOf('basePath')}
          hint="What stands before every path at the gateway. Left empty, the document says it."
          onChange={({ target }) => change({ basePath: target.value })}
        />
        {read !== null && (
          <ContextLines
            parameters={read.pathParameters}
            types={fields.types}
            issues={issues}
            onTypesChange={(types) => change({ types })}
          />
        )}
      </form>
      <FormFooter
        formId={formId}
        note="Next you see what is added, changed and gone."
        isBusy={isBusy}
        disabledReason={isReading ? 'The document is being read' : null}
        onClose={onClose}
      />
    </>
  );
}
