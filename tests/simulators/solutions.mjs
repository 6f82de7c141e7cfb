// SPDX-License-Identifier: Apache-2.0
// What a person does to answer each simulated question: [control], or [control, what is typed or chosen].
export const solutions = {
  "1.1-sim-arrete-eclairage": [
    ["#filtre-type", "pdf"],
    ["#filtre-annee", "2026"],
    ["#resultat-r3"],
  ],
  "1.1-sim-source-premiere": [
    ["#lien-0"],
    ["#lien-0"],
    ["#lien-0"],
    ["#choisir"],
  ],
  "1.2-sim-derniere-version": [
    ["#dossier-Téléchargements"],
    ["#fichier-f5"],
  ],
  "1.2-sim-ranger-au-clavier": [
    ["#commande", "mv photos/notes.txt textes/consignes.txt"],
    ["button.main"],
  ],
  "1.3-sim-heures-de-theatre": [
    ["#cellule-C14"],
    ["#contenu", "=SOMME.SI(B2:B13;\"Théâtre\";C2:C13)"],
    ["button.main"],
  ],
  "1.3-sim-prix-moyen": [
    ["#cellule-B6"],
    ["#contenu", "=SOMME(B2:B5)"],
    ["button.main"],
    ["#cellule-B7"],
    ["#contenu", "=B6/32"],
    ["button.main"],
  ],
  "2.1-sim-repondre-a-qui": [
    ["#message-m1"],
    ["#action-repondre"],
  ],
  "2.1-sim-creneau-commun": [
    ["#agenda-bilal"],
    ["#agenda-cleo"],
    ["#case-1-3"],
  ],
  "2.2-sim-album-du-voyage": [
    ["#personne-nour", "modification"],
    ["#personne-paul", "commentaire"],
    ["#lien", "etablissement"],
    ["#droit-du-lien", "lecture"],
  ],
  "2.2-sim-message-a-signaler": [
    ["#signaler-p3"],
  ],
  "2.3-sim-relecture": [
    ["#personne-tom", "commentaire"],
    ["#personne-zoe", "aucun"],
    ["#lien", "restreint"],
  ],
  "2.3-sim-salle-et-equipe": [
    ["#agenda-eva"],
    ["#agenda-hugo"],
    ["#agenda-sami"],
    ["#case-3-3"],
  ],
  "2.4-sim-profil-discret": [
    ["#publications", "amis"],
    ["#identification", "accord"],
    ["#rubrique-1"],
    ["#moteur", "non"],
  ],
  "2.4-sim-provocation": [
    ["#signaler-p3"],
  ],
  "3.1-sim-sommaire-vide": [
    ["#style-a", "titre1"],
    ["#style-c", "titre1"],
    ["#style-e", "titre2"],
  ],
  "3.1-sim-styles-melanges": [
    ["#style-b", "citation"],
    ["#style-e", "liste"],
  ],
  "3.2-sim-image-pour-affiche": [
    ["#dossier-Images"],
    ["#fichier-i1"],
  ],
  "3.2-sim-son-libre": [
    ["#filtre-licence", "by"],
    ["#resultat-s2"],
  ],
  "3.3-sim-document-pour-reunion": [
    ["#copies", "5"],
    ["#pages", "3-6"],
    ["#couleur", "gris"],
    ["#faces", "long"],
  ],
  "3.3-sim-plan-accessible": [
    ["#style-b", "corps"],
    ["#style-e", "titre2"],
  ],
  "3.4-sim-robot-premiers-pas": [
    ["#ajouter-avancer"],
    ["#ajouter-avancer"],
    ["#ajouter-droite"],
    ["#ajouter-avancer"],
    ["#ajouter-avancer"],
    ["#lancer"],
  ],
  "3.4-sim-robot-en-boucle": [
    ["#ajouter-repeter-4"],
    ["#ajouter-prendre"],
    ["#ajouter-repeter-3"],
    ["#ajouter-avancer"],
    ["#ajouter-fin"],
    ["#ajouter-gauche"],
    ["#ajouter-fin"],
    ["#lancer"],
  ],
  "4.1-sim-message-piege": [
    ["#message-m3"],
    ["#action-signaler"],
  ],
  "4.1-sim-vrai-site": [
    ["#onglet-c"],
    ["#choisir"],
  ],
  "4.2-sim-lampe-de-poche": [
    ["#lampe-contacts", "non"],
    ["#lampe-position", "non"],
    ["#rubrique-1"],
    ["#plan-position", "usage"],
  ],
  "4.2-sim-traceurs-caches": [
    ["#publicite", "non"],
    ["#mesure", "non"],
    ["#rubrique-1"],
    ["#profil", "non"],
  ],
  "4.3-sim-imprimer-moins": [
    ["#couleur", "gris"],
    ["#faces", "court"],
    ["#par-feuille", "2"],
    ["#orientation", "paysage"],
  ],
  "4.3-sim-soiree-calme": [
    ["#ne-pas-deranger", "nuit"],
    ["#rubrique-1"],
    ["#volume", "oui"],
  ],
  "5.1-sim-cable-coupe": [
    ["#element-l5"],
  ],
  "5.2-sim-adresse-intruse": [
    ["#element-imp"],
  ],
};
