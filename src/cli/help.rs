//! The help in the language that is asked for. The parser speaks English by itself; here its words are put in place by those
//! of `speech`. What a single command's own options do is told in English still.

use super::reference;
use crate::model::campaign::Language;
use crate::speech::Speech;
use clap::{Arg, ArgAction, Command};
use std::ffi::OsString;

/// The arguments of the program itself, which every command takes over.
const ARGUMENTS: [&str; 7] = ["dir", "plain", "lang", "actor", "now", "hold", "json"];
/// Those of them that stand under a heading of their own.
const EVERYWHERE: [&str; 5] = ["lang", "actor", "now", "hold", "json"];

/// Headings in French; the parser takes none that are made while it runs.
const COMMANDS: &str = "Commandes";
/// The heading of what every command takes.
const OF_EVERY_COMMAND: &str = "Options de toute commande";

/// The language of the help: what `--lang` says, else what the environment says of messages, else English.
pub fn language(line: &[OsString], environment: &dyn Fn(&str) -> Option<String>) -> Language {
    let words: Vec<&str> = line.iter().take_while(|word| *word != "--").filter_map(|word| word.to_str()).collect();
    let follows = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let asked = follows.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
    let told = || {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        names.iter().filter_map(|name| environment(name)).find(|value| !value.is_empty())
    };
    let is_french = match asked {
        Some(word) => word == "fr",
        None => told().is_some_and(|value| value.starts_with("fr")),
    };
    if is_french { Language::Fr } else { Language::En }
}

/// The parser, its help in `language`.
pub fn spoken(command: Command, language: Language) -> Command {
    if language == Language::En {
        return command;
    }
    let speech = Speech::new(language);
    let word = |id: &str| speech.word(&format!("help-{id}"));
    let help = || Arg::new("help").short('h').long("help").action(ArgAction::Help).help(word("arg-help"));
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(word("arg-version"));
    let usage = word("usage");
    let template = format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    let mut command = command
        .about(word("about"))
        .after_help(word("after"))
        .after_long_help(reference::BRIEF_FR)
        .subcommand_help_heading(COMMANDS)
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args([help(), version]);
    for id in ARGUMENTS {
        command = command.mut_arg(id, |arg| {
            let arg = arg.help(word(&format!("arg-{id}")));
            if EVERYWHERE.contains(&id) { arg.help_heading(OF_EVERY_COMMAND) } else { arg }
        });
    }
    command.mut_subcommands(|each| {
        let about = word(&format!("command-{}", each.get_name()));
        each.about(about.clone()).long_about(about).disable_help_flag(true).arg(help())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Line;
    use clap::CommandFactory;

    fn rendered(words: &[&str], language: Language) -> String {
        let error = spoken(Line::command(), language).try_get_matches_from(words).unwrap_err();
        error.render().to_string()
    }

    #[test]
    fn the_catalogue_says_in_english_what_the_parser_says_itself() {
        let english = Speech::new(Language::En);
        let command = Line::command();
        let about = |command: &Command| command.get_about().map(ToString::to_string).unwrap_or_default();
        assert_eq!(about(&command), english.word("help-about"));
        for each in command.get_subcommands() {
            assert_eq!(about(each), english.word(&format!("help-command-{}", each.get_name())));
        }
        for id in ARGUMENTS {
            let arg = command.get_arguments().find(|arg| arg.get_id() == id).unwrap();
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            assert_eq!(help, english.word(&format!("help-arg-{id}")));
        }
    }

    #[test]
    fn the_help_is_french_where_that_is_asked_for() {
        let text = rendered(&["picket", "--help"], Language::Fr);
        for said in
            ["Utilisation", "Commandes", "Lister les trous", "Options de toute commande", "Une grève est un dossier"]
        {
            assert!(text.contains(said), "{said} is missing in\n{text}");
        }
        let english: Vec<String> = Line::command()
            .get_subcommands()
            .filter_map(|each| each.get_about().map(ToString::to_string))
            .filter(|about| text.contains(about.as_str()))
            .collect();
        assert_eq!(english, [] as [String; 0]);
        assert!(!text.contains("help-"), "{text}");
        assert!(rendered(&["picket", "gaps", "-h"], Language::Fr).contains("Lister les trous"));
        assert!(rendered(&["picket", "--help"], Language::En).contains("List the gaps"));
    }

    #[test]
    fn the_language_of_the_help_is_the_one_asked_for_else_the_environment_s() {
        let ask = |line: &[&str], lang: Option<&str>| {
            let line: Vec<OsString> = line.iter().map(OsString::from).collect();
            language(&line, &|name| (name == "LANG").then(|| lang.map(str::to_owned)).flatten())
        };
        assert_eq!(ask(&["picket", "--help"], None), Language::En);
        assert_eq!(ask(&["picket", "--help"], Some("fr_CA.UTF-8")), Language::Fr);
        assert_eq!(ask(&["picket", "--lang", "en", "--help"], Some("fr_CA.UTF-8")), Language::En);
        assert_eq!(ask(&["picket", "--help", "--lang=fr"], None), Language::Fr);
        assert_eq!(ask(&["picket", "--", "--lang", "fr"], None), Language::En);
    }
}
