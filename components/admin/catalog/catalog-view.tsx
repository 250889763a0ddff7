'use client';

import { Upload } from 'lucide-react';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { ServiceRow } from '@/lib/domain/service-view';
import { LedgerPage } from '../ledger-page';
import { LedgerTable } from '../ledger-table';
import { useFreshMarks } from '../use-fresh-marks';
import { CatalogSentence } from './catalog-sentence';
import { ImportDialog } from './import-dialog';
import { RemoveServiceDialog } from './remove-service-dialog';
import { BuiltInLine, ServiceLine } from './service-line';
import { everyService, filterServices } from './services-filter';

export interface CatalogViewProps {
  services: readonly ServiceRow[];
  builtInCount: number;
  /** Whose password confirms. */
  username: string;
}

const columns = [
  { head: 'Service' },
  { head: 'Version', className: 'c-version' },
  { head: 'Operations', className: 'num c-operations' },
  { head: 'Contexts', className: 'c-contexts' },
  { head: 'Imported', className: 'c-imported' },
] as const;

type Open = { kind: 'import'; service: ServiceRow | null } | { kind: 'remove'; service: ServiceRow } | null;

/** The Catalog page: sentence, tools, ledger of services, and the dialogs. */
export function CatalogView({ services, builtInCount, username }: CatalogViewProps) {
  const [filter, setFilter] = useState(everyService);
  const [open, setOpen] = useState<Open>(null);
  const { fresh, mark } = useFreshMarks('service');
  const shown = filterServices(services, filter);
  const isWhole = filter.kind === 'any' && filter.text.trim() === '';
  const operationCount = services.reduce((sum, service) => sum + service.operationCount, builtInCount);
  const done = (name: string, said: string) => {
    setOpen(null);
    mark(name);
    toast.success(said);
  };
  return (
    <>
      <LedgerPage
        title="Catalog"
        sentence={
          <CatalogSentence
            services={services}
            operationCount={operationCount}
            kind={filter.kind}
            onKindChange={(kind) => setFilter({ ...filter, kind })}
          />
        }
        create={{
          label: 'Import',
          icon: <Upload aria-hidden="true" />,
          onPress: () => setOpen({ kind: 'import', service: null }),
        }}
        search={{
          label: 'Search services',
          text: filter.text,
          onTextChange: (text) => setFilter({ ...filter, text }),
        }}
        nothing={
          shown.length > 0 || isWhole
            ? null
            : {
                title: 'No service is like that.',
                why: 'No name, title, version or context matches what you typed and chose.',
                onShowAll: () => setFilter(everyService),
              }
        }
        foot={[`${shown.length} of ${services.length} imported services`, 'Times are UTC']}
      >
        <LedgerTable name="Services" className="servicelist" columns={columns}>
          {isWhole && <BuiltInLine operationCount={builtInCount} />}
          {shown.map((service) => (
            <ServiceLine
              key={service.name}
              service={service}
              isFresh={fresh.has(service.name)}
              onImport={() => setOpen({ kind: 'import', service })}
              onRemove={() => setOpen({ kind: 'remove', service })}
            />
          ))}
        </LedgerTable>
      </LedgerPage>
      {open?.kind === 'import' && (
        <ImportDialog
          service={open.service}
          username={username}
          onClose={() => setOpen(null)}
          onDone={(name) => done(name, `${name} is in the catalog as its document says.`)}
        />
      )}
      {open?.kind === 'remove' && (
        <RemoveServiceDialog
          service={open.service}
          username={username}
          onClose={() => setOpen(null)}
          onDone={() => done(open.service.name, `${open.service.name} is removed.`)}
        />
      )}
    </>
  );
}
