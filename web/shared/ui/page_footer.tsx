// SPDX-License-Identifier: Apache-2.0

export function PageFooter() {
  return (
    <footer class="page-footer">
      <p>Préau est un logiciel libre, indépendant de Pix et de l’État.</p>
      <p>Accessibilité : non conforme (pas encore auditée).</p>
    </footer>
  );
}
