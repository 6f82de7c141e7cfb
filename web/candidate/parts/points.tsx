// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../../shared/ui/icon.tsx';

/** A list to read: numbered when the order matters. */
export function Points({ items, numbered = false }: { items: string[]; numbered?: boolean }) {
  const List = numbered ? 'ol' : 'ul';
  return (
    <List class="points" role="list">
      {items.map((item, index) => (
        <li key={item}>
          {numbered ? (
            <span class="number" aria-hidden="true">
              {index + 1}
            </span>
          ) : (
            <Icon name="check" />
          )}
          <span>{item}</span>
        </li>
      ))}
    </List>
  );
}
