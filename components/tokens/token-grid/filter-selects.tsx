import { Select } from '@/components/ui/select';
import { everywhere, type TokenFilter } from './token-filter';

interface FilterSelectsProps {
  filter: TokenFilter;
  onFilter: (change: Partial<TokenFilter>) => void;
  contexts: readonly string[];
}

const accesses = [
  { value: 'any', label: 'any' },
  { value: 'full', label: 'full' },
  { value: 'limited', label: 'limited' },
] as const;

const statuses = [
  { value: 'any', label: 'any' },
  { value: 'active', label: 'Active' },
  { value: 'ending', label: 'Ending' },
  { value: 'narrowed', label: 'Narrowed' },
  { value: 'expired', label: 'Expired' },
] as const;

/** The three filters above the grid. */
export function FilterSelects({ filter, onFilter, contexts }: FilterSelectsProps) {
  return (
    <>
      <Select
        kind="inline"
        label="Access"
        value={filter.access}
        options={accesses}
        onValueChange={(access) => onFilter({ access })}
      />
      <Select
        kind="inline"
        label="Context"
        value={filter.context}
        options={[
          { value: 'any', label: 'any' },
          ...contexts.map((context) => ({
            value: context,
            label: context,
            drawn: <ContextName context={context} />,
          })),
        ]}
        onValueChange={(context) => onFilter({ context })}
      />
      <Select
        kind="inline"
        label="Status"
        value={filter.status}
        options={statuses}
        onValueChange={(status) => onFilter({ status })}
      />
    </>
  );
}

function ContextName({ context }: { context: string }) {
  if (context === everywhere) return context;
  const colon = context.indexOf(':') + 1;
  return (
    <span className="ctx">
      <i>{context.slice(0, colon)}</i>
      {context.slice(colon)}
    </span>
  );
}
