import {
  deleteArchiveSchema,
  deployArchiveSchema,
  listDeploymentsSchema,
  maxArchiveBytes,
  renameContextSchema,
  undeploySchema,
  uploadArchiveSchema,
} from '@/lib/domain/platform/archive';
import { onEnvironmentSchema } from '@/lib/domain/platform/environment';
import {
  readPropertiesSchema,
  readVariablesSchema,
  removePropertiesSchema,
  removeVariablesSchema,
  writePropertiesSchema,
  writeVariablesSchema,
} from '@/lib/domain/platform/environment-settings';
import { deleteArchive } from '@/lib/services/platform/archives/delete-archive';
import { listArchives } from '@/lib/services/platform/archives/list-archives';
import { uploadArchive } from '@/lib/services/platform/archives/upload-archive';
import { deployArchive } from '@/lib/services/platform/deployments/deploy-archive';
import { listDeployments } from '@/lib/services/platform/deployments/list-deployments';
import { renameContext } from '@/lib/services/platform/deployments/rename-context';
import { undeploy } from '@/lib/services/platform/deployments/undeploy';
import { addProperties } from '@/lib/services/platform/settings/add-properties';
import { addVariables } from '@/lib/services/platform/settings/add-variables';
import { applyProperties } from '@/lib/services/platform/settings/apply-properties';
import { readProperties } from '@/lib/services/platform/settings/read-properties';
import { readVariables } from '@/lib/services/platform/settings/read-variables';
import { removeProperties } from '@/lib/services/platform/settings/remove-properties';
import { removeVariables } from '@/lib/services/platform/settings/remove-variables';
import { setVariables } from '@/lib/services/platform/settings/set-variables';
import { archiveReply, deploymentReply } from './environment-replies';
import { listed, serve, type Table } from '@/lib/http/serve';

const asObject = (settings: ReadonlyMap<string, string>) => ({ object: Object.fromEntries(settings) });
/** Room for the boundaries and the other parts beside the archive. */
const uploadLimitBytes = maxArchiveBytes + 65_536;

/** What is in an environment: variables, properties, archives, deployments. */
export const contentOperations: Table = {
  'environment.control.GetContainerEnvVars': serve(readVariablesSchema, readVariables, asObject),
  'environment.control.AddContainerEnvVars': serve(writeVariablesSchema, addVariables),
  'environment.control.SetContainerEnvVars': serve(writeVariablesSchema, setVariables),
  'environment.control.RemoveContainerEnvVars': serve(removeVariablesSchema, removeVariables),
  'environment.control.GetEnvProperty': serve(readPropertiesSchema, readProperties, asObject),
  'environment.control.AddEnvProperty': serve(writePropertiesSchema, addProperties),
  'environment.control.ApplyEnvProperty': serve(writePropertiesSchema, applyProperties),
  'environment.control.RemoveEnvProperty': serve(removePropertiesSchema, removeProperties),
  'environment.deployment.GetDeployments': serve(
    listDeploymentsSchema,
    listDeployments,
    listed(deploymentReply),
  ),
  'environment.deployment.DeployArchive': serve(deployArchiveSchema, deployArchive),
  'environment.deployment.RenameContext': serve(renameContextSchema, renameContext),
  'environment.deployment.Undeploy': serve(undeploySchema, undeploy),
  'environment.file.GetList': serve(onEnvironmentSchema, listArchives, listed(archiveReply)),
  'environment.file.Upload': serve(
    uploadArchiveSchema,
    uploadArchive,
    (archive) => ({ file: archiveReply(archive) }),
    uploadLimitBytes,
  ),
  'environment.file.Delete': serve(deleteArchiveSchema, deleteArchive),
};
