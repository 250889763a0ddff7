import { z } from 'zod';
import { onEnvironmentSchema } from './environment';
import { wholeNumber } from './wire-value';

/** The two log files of every environment: what happened to its nodes, and what was deployed. */
export const runLog = '/var/log/run.log';
export const deployLog = '/var/log/deploy.log';

export interface LogFile {
  path: string;
  lineCount: number;
  changedAt: Date;
}

const nodeIdSchema = wholeNumber(1, 999_999_999).optional();
const pathSchema = z
  .string({ error: 'The path of the log file is missing.' })
  .regex(/^\/[A-Za-z0-9._/-]{1,199}$/, { error: 'That is not the path of a log file.' });

export const listLogsSchema = onEnvironmentSchema.extend({ nodeId: nodeIdSchema });
/** ReadLog: `from` counts lines from 0; absent means the last `count` lines. */
export const readLogSchema = onEnvironmentSchema.extend({
  path: pathSchema,
  from: wholeNumber(0, 999_999_999).optional(),
  count: wholeNumber(1, 1_000).default(100),
  nodeId: nodeIdSchema,
});
export const clearLogSchema = onEnvironmentSchema.extend({ path: pathSchema, nodeId: nodeIdSchema });
