// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from '../../shared/ui/icon.tsx';

interface PointsProps {
  items: string[];
  numbered?: boolean;
  icon?: IconName;
}

/** A list to read: numbered when the order matters. */
export function Points({ items, numbered = false, icon = 'check' }: PointsProps) {
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
            <Icon name={icon} />
          )}
          <span>{item}</span>
        </li>
      ))}
    </List>
  );
}
