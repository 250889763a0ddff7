'use client';

import { useId, type Ref, type TextareaHTMLAttributes } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement>, FieldWords {
  ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** A labelled text of several lines. */
export function TextArea({ label, note, hint, error, className, ...input }: TextAreaProps) {
  const id = useId();
  const words: FieldWords = { label, hint, error, ...(note === undefined ? {} : { note }) };
  return (
    <FieldFrame id={id} {...words}>
      <textarea
        {...input}
        id={id}
        className={className === undefined ? 'area' : `area ${className}`}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, words, input['aria-describedby'])}
      />
    </FieldFrame>
  );
}
