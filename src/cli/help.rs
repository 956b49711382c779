//! The help in the language that is asked for. The parser speaks English by itself; here its words are put in place by those
//! of `speech`: of the program, of each command, and of each of a command's options.

use super::{reference, usage};
use crate::model::campaign::Language;
use crate::speech::Speech;
use clap::{Arg, ArgAction, Command};
use std::ffi::OsString;
use std::sync::LazyLock;

/// The arguments of the program itself, which every command takes over.
const ARGUMENTS: [&str; 7] = ["dir", "plain", "lang", "actor", "now", "hold", "json"];
/// Those of them that stand under a heading of their own.
const EVERYWHERE: [&str; 5] = ["lang", "actor", "now", "hold", "json"];

/// Headings in French, each with the space that stands there before the parser's colon; the parser keeps them for as long
/// as the program runs.
static COMMANDS: LazyLock<String> = LazyLock::new(|| heading("help-commands"));
/// The heading of what every command takes.
static OF_EVERY_COMMAND: LazyLock<String> = LazyLock::new(|| heading("help-everywhere"));
/// The heading of words without dashes.
static WORDS: LazyLock<String> = LazyLock::new(|| heading("help-heading-arguments"));
/// The heading of options.
static OPTIONS: LazyLock<String> = LazyLock::new(|| heading("help-heading-options"));

fn heading(id: &str) -> String {
    Speech::new(Language::Fr).word(id) + "\u{a0}"
}

/// An argument under its heading.
fn headed(arg: Arg) -> Arg {
    let heading: &'static str = if arg.is_positional() { &WORDS } else { &OPTIONS };
    if arg.get_help_heading().is_some() { arg } else { arg.help_heading(heading) }
}

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

/// The line, `help` without the options of every command: there the parser takes names of commands only.
pub fn bare(mut line: Vec<OsString>) -> Vec<OsString> {
    if line.get(1).is_some_and(|word| word == "help") {
        let mut is_value = false;
        line.retain(|word| {
            let (is_lang, follows) = (word == "--lang", std::mem::take(&mut is_value));
            is_value = is_lang;
            !(is_lang || follows || word == "--json" || word.to_string_lossy().starts_with("--lang="))
        });
    }
    line
}

/// The parser, its help in `language`.
pub fn spoken(command: Command, language: Language) -> Command {
    if language == Language::En {
        return command;
    }
    let speech = Speech::new(language);
    let word = |id: &str| speech.word(&format!("help-{id}"));
    let help = || headed(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(word("arg-help")));
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(word("arg-version"));
    let usage = word("usage");
    let template = format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    let mut command = command
        .about(word("about"))
        .after_help(word("after"))
        .after_long_help(reference::BRIEF_FR)
        .subcommand_help_heading(COMMANDS.as_str())
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args([help(), headed(version)]);
    for id in ARGUMENTS {
        command = command.mut_arg(id, |arg| {
            let arg = told(arg, word(&format!("arg-{id}")), speech);
            headed(if EVERYWHERE.contains(&id) { arg.help_heading(OF_EVERY_COMMAND.as_str()) } else { arg })
        });
    }
    let mut command = command.mut_subcommands(|each| {
        let name = each.get_name().to_owned();
        let about = word(&format!("command-{name}"));
        each.about(about.clone())
            .long_about(about)
            .help_template(usage::help_in(&name, speech))
            .mut_args(|arg| headed(option(arg, &name, speech)))
            .disable_help_flag(true)
            .arg(help())
    });
    // The parser's own command stands among the others once all is built.
    command.build();
    command.mut_subcommand("help", |each| each.about(word("command-help")))
}

/// What an option of a command does: by the command's name and its own, else by its own.
fn option_help(command: &str, id: &str, speech: Speech) -> Option<String> {
    let id = id.replace('_', "-");
    let own = speech.find(&format!("help-option-{command}-{id}"), &[]);
    own.or_else(|| speech.find(&format!("help-option-{id}"), &[]))
}

/// An option of a command, told in the language of `speech`.
fn option(arg: Arg, command: &str, speech: Speech) -> Arg {
    match option_help(command, arg.get_id().as_str(), speech) {
        Some(help) if !arg.is_hide_set() => told(arg, help, speech),
        _ => arg,
    }
}

/// An option told by `help`, and by its default and what it can be.
fn told(arg: Arg, mut help: String, speech: Speech) -> Arg {
    // A switch has no value of its own: that needs no words.
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !defaults.is_empty() {
        let values = [("value", defaults.join(" ").into())];
        help = format!("{help} {}", speech.say("help-default", &values));
    }
    let possible: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if !possible.is_empty() {
        help = format!("{help} {}", speech.say("help-values", &[("values", possible.join(", ").into())]));
    }
    arg.help(help).hide_default_value(true).hide_possible_values(true)
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
        for each in command.get_subcommands() {
            for arg in each.get_arguments().filter(|arg| !arg.is_hide_set() && arg.get_help().is_some()) {
                let (name, id) = (each.get_name(), arg.get_id().as_str());
                let told = arg.get_help().map(ToString::to_string);
                assert_eq!(option_help(name, id, english), told, "{name} {id}");
            }
        }
    }

    #[test]
    fn the_help_is_french_where_that_is_asked_for() {
        let text = rendered(&["picket", "--help"], Language::Fr);
        for said in
            ["Utilisation", "Commandes", "Lister les manques", "Options de toute commande", "Une grève est un dossier"]
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
        assert!(rendered(&["picket", "gaps", "-h"], Language::Fr).contains("Lister les manques"));
        for each in Line::command().get_subcommands() {
            let name = each.get_name();
            let text = rendered(&["picket", name, "-h"], Language::Fr);
            let told = each.get_arguments().filter(|arg| !arg.is_hide_set()).filter_map(|arg| arg.get_help());
            let english: Vec<String> =
                told.map(ToString::to_string).filter(|help| text.contains(help.as_str())).collect();
            assert_eq!(english, [] as [String; 0], "{name}");
            for raw in ["help-", "[default", "[possible", "Usage:"] {
                assert!(!text.contains(raw), "{name}: {raw} in\n{text}");
            }
        }
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
        let left = |line: &[&str]| bare(line.iter().map(OsString::from).collect()).len();
        assert_eq!(left(&["picket", "help", "--lang", "fr", "gaps", "--json"]), 3);
        assert_eq!(left(&["picket", "help", "--lang=fr"]), 2);
        assert_eq!(left(&["picket", "gaps", "--lang", "fr", "--json"]), 5, "of other commands they are options");
    }
}
