import packageFile from '@/package.json';
import { env } from '@/lib/env';

/** What the frame of every page says of this desk. */
export interface DeskFacts {
  /** Host and port of PUBLIC_URL. */
  host: string;
  version: string;
  hasSamplePlatform: boolean;
}

/** Facts for everyone who is signed in; nothing of them is secret. */
export function readDeskFacts(): DeskFacts {
  const { publicUrl, isSamplePlatformOn } = env();
  return {
    host: new URL(publicUrl).host,
    version: packageFile.version,
    hasSamplePlatform: isSamplePlatformOn,
  };
}
