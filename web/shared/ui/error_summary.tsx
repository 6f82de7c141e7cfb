// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface FormError {
  text: string;
  /** The id of the input to correct, when there is one. */
  target?: string;
}

interface ErrorSummaryProps {
  title: string;
  errors: FormError[];
}

/** All that is wrong in a form, with links to each field. Takes the focus when it changes. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div class="notice error" role="alert" tabIndex={-1} ref={box}>
      <Icon name="error" />
      <div>
        <p class="notice-title">{title}</p>
        <ul>
          {errors.map((error) => (
            <li key={error.text}>
              {error.target ? (
                <a href={`#${error.target}`} onClick={focusTarget}>
                  {error.text}
                </a>
              ) : (
                error.text
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

// The address keeps no trace of the field, so that "back" leaves the page instead of the link.
function focusTarget(event: MouseEvent) {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  document.getElementById(link.hash.slice(1))?.focus();
}
