'use client';

import { Play, Square } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { EnvironmentRow } from '@/lib/domain/environment-view';

export interface PowerButtonProps {
  row: EnvironmentRow;
  isBusy: boolean;
  onStart: () => void;
  onStop: () => void;
}

/** Stop for what runs, Start for the rest; when the person may not, it says which permission is missing, and where. */
export function PowerButton({ row, isBusy, onStart, onStop }: PowerButtonProps) {
  if (isBusy) return <span className="dim busy">busy</span>;
  const isRunning = row.status === 'running';
  const operation = isRunning ? 'environment.control.StopEnv' : 'environment.control.StartEnv';
  const mayAct = isRunning ? row.mayStop : row.mayStart;
  const verb = isRunning ? 'Stop' : 'Start';
  return (
    <Button
      size="small"
      icon={isRunning ? <Square aria-hidden="true" /> : <Play aria-hidden="true" />}
      aria-label={`${verb} ${row.name}`}
      disabledReason={mayAct ? null : `You do not hold ${operation} in ${row.context}.`}
      onClick={isRunning ? onStop : onStart}
    >
      {verb}
    </Button>
  );
}
