// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { describedBy } from '../../../shared/ui/field.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { plainText } from '../../../shared/ui/plain_text.ts';
import { SafeHtml } from '../../../shared/ui/safe_html.tsx';
import { moved, orderOf } from '../../model/answer_value.ts';
import { fr } from '../../words/fr.ts';
import { inputId, type AnswerProps } from './answer_props.ts';

type Way = 'up' | 'down';

/** Lines that buttons move; the focus stays on the button of the line that moved. */
export function Ordering({ texts, value, onValue }: AnswerProps) {
  const { proposals, language } = texts;
  const order = orderOf(value, proposals.length);
  const [last, setLast] = useState<{ line: number; way: Way }>();
  const list = useRef<HTMLOListElement>(null);
  const id = inputId(0);

  // Moving a line in the page takes the focus away from it.
  useLayoutEffect(() => {
    if (!last) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${last.way}-${last.line}"]`)?.focus();
  }, [last]);

  const move = (line: number, way: Way) => {
    const changed = moved(order, order.indexOf(line), way === 'up' ? -1 : 1);
    if (changed === order) return;
    onValue(changed.join(','));
    setLast({ line, way });
  };

  const place = last ? order.indexOf(last.line) + 1 : 0;
  return (
    <fieldset
      class="answers"
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, fr.question.orderHint)}
    >
      <legend class="legend">{fr.question.order}</legend>
      <p class="hint" id={`${id}-hint`}>
        {fr.question.orderHint}
      </p>
      <ol class="ordering" role="list" ref={list}>
        {order.map((line, index) => {
          const html = proposals[line - 1] ?? '';
          const words = plainText(html);
          return (
            <li key={line} class={last?.line === line ? 'line moved' : 'line'}>
              <span class="place digits" aria-hidden="true">
                {index + 1}
              </span>
              <SafeHtml html={html} lang={language} />
              <span class="line-moves">
                <MoveButton way="up" line={line} words={words} edge={index === 0} onMove={move} />
                <MoveButton
                  way="down"
                  line={line}
                  words={words}
                  edge={index === order.length - 1}
                  onMove={move}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <p class="sr-only" role="status">
        {last &&
          fr.question.movedTo(plainText(proposals[last.line - 1] ?? ''), place, order.length)}
      </p>
    </fieldset>
  );
}

interface MoveButtonProps {
  way: Way;
  line: number;
  words: string;
  /** It cannot go further; the button stays, so that the keyboard stays where it is. */
  edge: boolean;
  onMove(line: number, way: Way): void;
}

function MoveButton({ way, line, words, edge, onMove }: MoveButtonProps) {
  return (
    <button
      type="button"
      class="button move"
      data-move={`${way}-${line}`}
      aria-disabled={edge}
      onClick={() => onMove(line, way)}
    >
      <Icon name={way} />
      {fr.question[way]}
      <span class="sr-only">{fr.question.thisLine(words)}</span>
    </button>
  );
}
