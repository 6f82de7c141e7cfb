// SPDX-License-Identifier: Apache-2.0
import { Field } from '../../shared/ui/field.tsx';
import { inGroups, readDayCode } from '../model/day_code.ts';
import { fr } from '../words/fr.ts';

export const dayCodeId = 'code-du-jour';

interface DayCodeFieldProps {
  error: string | undefined;
  value: string;
  onValue(value: string): void;
}

/** A slip of the finger is told as soon as all the symbols are there. */
export function DayCodeField({ error, value, onValue }: DayCodeFieldProps) {
  const slip = readDayCode(value).kind === 'wrong' ? fr.dayCode.wrong : undefined;
  return (
    <Field
      id={dayCodeId}
      label={fr.dayCode.label}
      hint={fr.dayCode.hint}
      autocapitalize="characters"
      error={slip ?? error}
      value={value}
      onValue={(typed) => onValue(inGroups(typed))}
    />
  );
}

/** What to correct before the code is sent; nothing when it can be right. */
export function dayCodeTrouble(typed: string): string | undefined {
  const read = readDayCode(typed);
  if (read.kind === 'right') return undefined;
  return read.kind === 'short' ? fr.dayCode.short(read.missing) : fr.dayCode.wrong;
}
