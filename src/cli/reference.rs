//! The reference of the files and outputs: in brief under `--help`, whole on the manual page.

/// The whole reference.
const WHOLE: &str = include_str!("formats.md");

/// The files in brief.
pub const BRIEF: &str = "\
A strike is a folder:
  strike.toml     the campaign: dates, rules, strike pay, shift templates     (required)
  sites.toml      picket sites and their lines                                (required)
  members.csv     the people                                                  (required)
  essential.toml  the essential services agreement                            (optional)
  roster.db       the program's own record                                    (made by the program)

A shift's id is SITE/LINE/YYYY-MM-DD/TEMPLATE: emdc/front-gate/2026-12-07/am.

An availability is a list of items with `;` between; an item is [not] [DAYS | DATE | DATE..DATE] [HH:MM-HH:MM]:
  mon-fri 07:00-19:00; not 2026-12-09

Exit status:
  0  done, and for `check` nothing wrong, for `gaps` no gap
  1  the answer is no: problems, gaps, a rule refused
  2  the command line or an input file can't be used
  3  anything else failed: disk, database, lock

`picket man` has every key, column, rule and output.";

/// The same in French.
pub const BRIEF_FR: &str = "\
Une grève est un dossier :
  strike.toml     la campagne : dates, règles, indemnité, modèles de quarts   (obligatoire)
  sites.toml      les lieux de piquetage et leurs lignes                      (obligatoire)
  members.csv     les gens                                                    (obligatoire)
  essential.toml  l’entente sur les services essentiels                       (facultatif)
  roster.db       le registre du programme                                    (fait par le programme)

Un quart s’appelle SITE/LIGNE/AAAA-MM-JJ/MODÈLE : emdc/front-gate/2026-12-07/am.

Une disponibilité est une liste d’éléments séparés par « ; »; un élément est [not] [JOURS | DATE | DATE..DATE] [HH:MM-HH:MM] :
  mon-fri 07:00-19:00; not 2026-12-09

Code de sortie :
  0  fait; pour « check » rien à redire, pour « gaps » aucun manque
  1  la réponse est non : des problèmes, des trous, une règle a refusé
  2  la ligne de commande ou un fichier est inutilisable
  3  autre chose a échoué : disque, base de données, verrou

« picket man » donne chaque clé, colonne, règle et sortie.";

/// The sections of the whole reference: title and text.
pub fn sections() -> impl Iterator<Item = (String, String)> {
    WHOLE.split("\n## ").skip(1).map(|section| {
        let (title, text) = section.split_once('\n').unwrap_or((section, ""));
        (title.replace('`', "").to_uppercase(), text.trim().to_owned())
    })
}
