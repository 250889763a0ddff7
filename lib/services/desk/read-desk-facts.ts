import packageFile from '@/package.json';
import { env } from '@/lib/env';

/** What the frame of every page says of this desk. */
export interface DeskFacts {
  /** PUBLIC_URL: scheme, host and port, no slash at the end. */
  origin: string;
  /** Host and port of PUBLIC_URL. */
  host: string;
  version: string;
  hasSamplePlatform: boolean;
}

/** Facts that every visitor may know. */
export function readDeskFacts(): DeskFacts {
  const { publicUrl, isSamplePlatformOn } = env();
  return {
    origin: publicUrl,
    host: new URL(publicUrl).host,
    version: packageFile.version,
    hasSamplePlatform: isSamplePlatformOn,
  };
}
