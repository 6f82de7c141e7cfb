// SPDX-License-Identifier: Apache-2.0
#include "seal/french_words.hpp"

namespace preau::seal {

const std::array<std::string_view, 256> kFrenchWords = {
    "abeille",  "abricot", "acteur",   "agneau",   "alarme",   "album",   "amande",   "ancre",
    "anneau",   "arbre",   "argile",   "armoire",  "atelier",  "aube",    "avion",    "badge",
    "bague",    "balcon",  "banane",   "barque",   "bassin",   "beurre",  "bidon",    "bison",
    "bocal",    "bonbon",  "botte",    "boule",    "brique",   "bulle",   "cabane",   "cactus",
    "cadeau",   "caisse",  "calcul",   "camion",   "canard",   "cave",    "cible",    "cidre",
    "corde",    "coton",   "coude",    "crabe",    "cycle",    "cygne",   "danse",    "dauphin",
    "dentelle", "dessin",  "diamant",  "dinde",    "disque",   "docteur", "domino",   "dossier",
    "douche",   "dragon",  "drapeau",  "dune",     "encre",    "ermite",  "escargot", "espace",
    "fable",    "facteur", "falaise",  "farine",   "faucon",   "ferme",   "festin",   "figue",
    "filet",    "flamme",  "fleur",    "flocon",   "foin",     "forge",   "fourmi",   "fraise",
    "galet",    "gant",    "garage",   "gazon",    "gilet",    "girafe",  "glace",    "globe",
    "gomme",    "gorille", "gradin",   "grange",   "griffe",   "grotte",  "guide",    "guitare",
    "hamac",    "haricot", "herbe",    "hibou",    "hiver",    "horloge", "huile",    "idole",
    "igloo",    "image",   "insecte",  "iris",     "ivoire",   "jaguar",  "jambe",    "jardin",
    "jasmin",   "jeton",   "jongleur", "journal",  "jument",   "jupe",    "kayak",    "kiosque",
    "koala",    "lagune",  "laine",    "lampe",    "lanterne", "lapin",   "lavande",  "licorne",
    "lierre",   "limace",  "linge",    "lion",     "livre",    "loupe",   "lune",     "lutin",
    "lynx",     "macaron", "maison",   "malle",    "manteau",  "masque",  "matin",    "melon",
    "menthe",   "merle",   "meuble",   "miel",     "miroir",   "mobile",  "momie",    "moteur",
    "mouton",   "nacre",   "nageur",   "navire",   "neige",    "nid",     "noisette", "nombre",
    "nuage",    "oasis",   "oiseau",   "olive",    "ombre",    "opale",   "orage",    "orgue",
    "ortie",    "otarie",  "ourson",   "outil",    "panda",    "parc",    "patin",    "pavot",
    "pelle",    "perle",   "phare",    "photo",    "piano",    "plage",   "plume",    "poire",
    "pomme",    "pont",    "prune",    "puits",    "quai",     "quartz",  "quille",   "racine",
    "radis",    "raisin",  "rame",     "raquette", "rayon",    "renard",  "requin",   "rideau",
    "robot",    "rocher",  "roman",    "rose",     "rouage",   "ruban",   "ruche",    "sable",
    "sabot",    "safran",  "salade",   "sapin",    "sardine",  "savon",   "seau",     "singe",
    "sirop",    "soleil",  "sorbet",   "soupe",    "statue",   "stylo",   "sucre",    "table",
    "talon",    "tapis",   "tasse",    "taupe",    "temple",   "tente",   "terre",    "tigre",
    "timbre",   "tissu",   "toit",     "tomate",   "torche",   "tour",    "train",    "usine",
    "vache",    "vague",   "valise",   "vanille",  "verger",   "veste",   "vigne",    "village",
    "violon",   "virage",  "vitre",    "voile",    "volcan",   "wagon",   "yaourt",   "zinc",
};

}  // namespace preau::seal
