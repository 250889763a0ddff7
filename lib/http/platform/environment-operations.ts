import { z } from 'zod';
import {
  addEndpointSchema,
  editEndpointSchema,
  readEndpointsSchema,
  removeEndpointSchema,
} from '@/lib/domain/platform/endpoint';
import {
  cloneEnvironmentSchema,
  createEnvironmentSchema,
  moveEnvironmentSchema,
  onEnvironmentSchema,
  restartNodesSchema,
  setDisplayNameSchema,
  sumStatSchema,
  type Environment,
} from '@/lib/domain/platform/environment';
import { clearLogSchema, listLogsSchema, readLogSchema } from '@/lib/domain/platform/environment-log';
import { addEndpoint } from '@/lib/services/platform/endpoints/add-endpoint';
import { editEndpoint } from '@/lib/services/platform/endpoints/edit-endpoint';
import { listEndpoints } from '@/lib/services/platform/endpoints/list-endpoints';
import { removeEndpoint } from '@/lib/services/platform/endpoints/remove-endpoint';
import { cloneEnvironment } from '@/lib/services/platform/environments/clone-environment';
import { createEnvironment } from '@/lib/services/platform/environments/create-environment';
import { deleteEnvironment } from '@/lib/services/platform/environments/delete-environment';
import { listRegions } from '@/lib/services/platform/environments/list-regions';
import { listTemplates } from '@/lib/services/platform/environments/list-templates';
import { listVisibleEnvironments } from '@/lib/services/platform/environments/list-visible-environments';
import { moveEnvironment } from '@/lib/services/platform/environments/move-environment';
import { readEnvironment } from '@/lib/services/platform/environments/read-environment';
import { readSumStat } from '@/lib/services/platform/environments/read-sum-stat';
import { restartNodes } from '@/lib/services/platform/environments/restart-nodes';
import { setDisplayName } from '@/lib/services/platform/environments/set-display-name';
import { sleepEnvironment } from '@/lib/services/platform/environments/sleep-environment';
import { startEnvironment } from '@/lib/services/platform/environments/start-environment';
import { stopEnvironment } from '@/lib/services/platform/environments/stop-environment';
import { clearLog } from '@/lib/services/platform/logs/clear-log';
import { listLogs } from '@/lib/services/platform/logs/list-logs';
import { readLog } from '@/lib/services/platform/logs/read-log';
import { endpointReply, envInfoReply, envReply, logBody, logFileReply } from './environment-replies';
import { listed, remembered, serve, type Table } from '@/lib/http/serve';

const nothing = z.object({});
const created = (environment: Environment) => ({ response: envInfoReply(environment) });

/** environment.control: the environments themselves, their endpoints and logs. */
export const environmentOperations: Table = {
  'environment.control.GetEnvs': serve(
    nothing,
    (call) => listVisibleEnvironments(call, 'GetEnvs'),
    listed(envInfoReply, 'infos'),
  ),
  'environment.control.GetBasicEnvsInfo': serve(
    nothing,
    (call) => listVisibleEnvironments(call, 'GetBasicEnvsInfo'),
    listed((environment) => ({ env: envReply(environment) }), 'infos'),
  ),
  'environment.control.GetEnvInfo': serve(onEnvironmentSchema, readEnvironment, remembered(envInfoReply)),
  'environment.control.CreateEnvironment': serve(createEnvironmentSchema, createEnvironment, created),
  'environment.control.StartEnv': serve(onEnvironmentSchema, startEnvironment),
  'environment.control.StopEnv': serve(onEnvironmentSchema, stopEnvironment),
  'environment.control.SleepEnv': serve(onEnvironmentSchema, sleepEnvironment),
  'environment.control.RestartNodes': serve(restartNodesSchema, restartNodes),
  'environment.control.CloneEnv': serve(cloneEnvironmentSchema, cloneEnvironment, created),
  'environment.control.SetEnvDisplayName': serve(setDisplayNameSchema, setDisplayName),
  'environment.control.SetEnvGroup': serve(moveEnvironmentSchema, moveEnvironment),
  'environment.control.DeleteEnv': serve(onEnvironmentSchema, deleteEnvironment),
  'environment.control.GetSumStat': serve(sumStatSchema, readSumStat, (stats) => ({ stats })),
  'environment.control.GetEndpoints': serve(readEndpointsSchema, listEndpoints, listed(endpointReply)),
  'environment.control.AddEndpoint': serve(addEndpointSchema, addEndpoint, (endpoint) => ({
    object: endpointReply(endpoint),
  })),
  'environment.control.EditEndpoint': serve(editEndpointSchema, editEndpoint, (endpoint) => ({
    object: endpointReply(endpoint),
  })),
  'environment.control.RemoveEndpoint': serve(removeEndpointSchema, removeEndpoint),
  'environment.control.GetLogsList': serve(listLogsSchema, listLogs, listed(logFileReply)),
  'environment.control.ReadLog': serve(readLogSchema, readLog, (lines) => ({ body: logBody(lines) })),
  'environment.control.ClearLog': serve(clearLogSchema, clearLog),
  'environment.control.GetTemplates': serve(
    nothing,
    listTemplates,
    remembered((templates) => ({ array: templates })),
  ),
  'environment.control.GetRegions': serve(
    nothing,
    listRegions,
    remembered((regions) => ({ array: regions })),
  ),
};
