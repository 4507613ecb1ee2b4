import { useState } from 'react';

interface LateFieldProps {
  readonly id: string;
  readonly value: string;
  readonly maxLength: number;
  /** Several lines: Enter begins another. */
  readonly isLong?: boolean;
  readonly onCommit: (value: string) => void;
}

/** A text that counts when the field is left or Enter is pressed: one undo step for what was typed. Escape takes it back. */
export function LateField({ id, value, maxLength, isLong = false, onCommit }: LateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shared = {
    id,
    maxLength,
    value: typed ?? value,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setTyped(event.currentTarget.value);
    },
    onBlur: () => {
      setTyped(null);
      if (typed !== null && typed !== value) onCommit(typed);
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.key === 'Escape' && typed !== null) {
        event.stopPropagation();
        setTyped(null);
      }
      if (event.key === 'Enter' && !isLong) event.currentTarget.blur();
    },
  };
  return isLong ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />;
}
