import { z } from 'zod';
import { projectContext, projectKeySchema, type Context } from '@/lib/domain/context';
import { environmentStatuses, type EnvironmentStatus } from '@/lib/domain/environment-view';
import { plainTextSchema } from '@/lib/domain/text';
import { nodeTemplates } from './node-template';
import { jsonText, wholeNumber } from './wire-value';

/** An environment of the sample platform: some nodes that run or do not, in a project. */
export interface Environment {
  id: string;
  name: string;
  displayName: string;
  projectKey: string;
  ownerId: string;
  status: EnvironmentStatus;
  template: string;
  nodeCount: number;
  createdAt: Date;
  changedAt: Date;
}

/** Limits of the sample platform. */
export const maxEnvironmentsInProject = 200;
export const maxNodes = 32;

export const environmentStatusSchema = z.enum(environmentStatuses);

/** The name of an environment: 1–40 of a–z, 0–9 and hyphen, neither beginning nor ending with a hyphen. Unique. */
export const environmentNameSchema = z
  .string({ error: 'The name of the environment is missing.' })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
    error: 'The name of an environment has a–z, 0–9 and -, at most 40 of them.',
  });

const templateSchema = z.enum(
  nodeTemplates.map((template) => template.nodeType),
  { error: 'There is no such template.' },
);

/** An operation on one environment, named `envName`. Further parameters are left unread, as clients of the real platform expect. */
export const onEnvironmentSchema = z.object({ envName: environmentNameSchema });

/** CreateEnvironment: `env` and `nodes` may come as JSON text. `envGroups` is the key of the project. */
export const createEnvironmentSchema = z.object({
  env: jsonText(
    z.object({
      shortdomain: environmentNameSchema,
      displayName: plainTextSchema('The display name', 80).optional(),
    }),
  ),
  nodes: jsonText(
    z
      .array(z.object({ nodeType: templateSchema, count: wholeNumber(1, maxNodes).default(1) }))
      .min(1)
      .max(8),
  ).default([{ nodeType: 'nodejs', count: 1 }]),
  envGroups: projectKeySchema,
});

export const cloneEnvironmentSchema = z.object({
  srcEnvName: environmentNameSchema,
  dstEnvName: environmentNameSchema,
});

export const setDisplayNameSchema = onEnvironmentSchema.extend({
  displayName: plainTextSchema('The display name', 80).optional(),
});

export const moveEnvironmentSchema = onEnvironmentSchema.extend({ envGroup: projectKeySchema });

export const restartNodesSchema = onEnvironmentSchema.extend({
  nodeGroup: z.literal('cp', { error: 'There is no such layer of nodes.' }).optional(),
  nodeId: wholeNumber(1, 999_999_999).optional(),
});

/** GetSumStat: `duration` in seconds, a minute to thirty days. */
export const sumStatSchema = onEnvironmentSchema.extend({ duration: wholeNumber(60, 2_592_000) });

/** The context that an environment lies in. */
export function contextOf(environment: Pick<Environment, 'projectKey'>): Context {
  return projectContext(environment.projectKey);
}

/** Where it would answer. The sample platform starts no machines: the address is of the reserved name `.example`. */
export function environmentUrl(name: string): string {
  return `https://${name}.platform.example`;
}
