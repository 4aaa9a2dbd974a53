import { useState, type ReactNode } from 'react';
import { TextField } from '../../../ui/TextField.tsx';

export interface YearFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly value: number | null;
  readonly onChange: (year: number | null) => void;
  readonly onBlur: () => void;
}

/** A year: digits only, never grouped by thousands. */
export function YearField({ label, error, value, onChange, onBlur }: YearFieldProps): ReactNode {
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  return (
    <TextField
      label={label}
      error={error}
      value={typed}
      onChange={(next) => {
        const digits = next.replace(/\D/g, '').slice(0, 4);
        setTyped(digits);
        onChange(digits === '' ? null : Number(digits));
      }}
      onBlur={onBlur}
    />
  );
}
