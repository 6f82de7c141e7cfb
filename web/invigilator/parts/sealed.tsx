// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import type { Seal } from '../model/session_view.ts';
import { fr } from '../words/fr.ts';

const dateTime = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

/** What becomes of a finished session, up to the central platform's receipt. Pushed by the box. */
export function Sealed({ seal }: { seal: Seal }) {
  const sealed = seal.state !== 'open';
  const received = seal.state === 'received';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="sheet sealed" aria-labelledby="terminee">
      <h2 id="terminee" ref={heading} tabIndex={-1}>
        {fr.sealed.title}
      </h2>
      <ol class="seal-steps" role="list">
        <Step done title={fr.sealed.closed}>
          {fr.sealed.closedText}
        </Step>
        <Step done={sealed} title={sealed ? fr.sealed.sealed : fr.sealed.sealing}>
          {sealed && (
            <>
              {fr.sealed.sealedText(seal.size)} <code class="root">{seal.root}</code>
            </>
          )}
        </Step>
        <Step
          done={received}
          title={received ? fr.sealed.received : sealed ? fr.sealed.sending : fr.sealed.pending}
        >
          {received &&
            seal.received_at &&
            fr.sealed.receivedText(dateTime.format(new Date(seal.received_at)))}
          {!received && sealed && fr.sealed.sendingText}
        </Step>
      </ol>
      <p role="status" class="receipt">
        {received && seal.code && (
          <>
            {fr.sealed.code} <strong class="digits">{seal.code}</strong>
          </>
        )}
      </p>
    </section>
  );
}

function Step({
  done,
  title,
  children,
}: {
  done: boolean;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <li class={done ? 'done' : ''}>
      <Icon name={done ? 'check' : 'clock'} />
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        {children && <p class="soft">{children}</p>}
      </div>
    </li>
  );
}
