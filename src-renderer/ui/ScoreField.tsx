import type { ReactNode } from 'react';
import { ChoiceField } from './ChoiceField.tsx';
import type { FieldProps, Option } from './field.ts';

export interface ScoreFieldProps extends Omit<FieldProps<number | null>, 'onChange'> {
  readonly onChange: (value: number) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

function scores(min: number, max: number): readonly Option[] {
  return Array.from({ length: max - min + 1 }, (_, index) => {
    const score = String(min + index);
    return { value: score, label: score };
  });
}

/** A score as a row of numbers: 0-10, or -2 to +2 for goal attainment scaling. */
export function ScoreField({
  min = 0,
  max = 10,
  value,
  onChange,
  ...rest
}: ScoreFieldProps): ReactNode {
  return (
    <ChoiceField
      {...rest}
      tight
      options={scores(min, max)}
      value={value === null ? null : String(value)}
      onChange={(score) => onChange(Number(score))}
    />
  );
}
