//! `man`: the manual page, with the reference of every file and output.

use super::answer::{Answer, DONE, FAILED};
use super::args::Line;
use super::reference;
use clap::CommandFactory;
use clap_mangen::roff::{Roff, roman};
use std::io::Write;

/// Prints the manual page.
pub fn man() -> Answer {
    let mut page = Vec::new();
    match write(&mut page) {
        Ok(()) => Answer::new(DONE, String::from_utf8_lossy(&page)),
        Err(error) => Answer::complaint(FAILED, format!("{error}\n")),
    }
}

fn write(page: &mut dyn Write) -> std::io::Result<()> {
    let mut command = Line::command().after_long_help("");
    command.build();
    let man = clap_mangen::Man::new(command.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    let mut commands = Roff::new();
    commands.control("SH", ["COMMANDS"]);
    for each in command.get_subcommands().filter(|each| each.get_name() != "help") {
        commands.control("TP", []);
        commands.text([roman(each.get_name())]);
        let about = each.get_about().map(ToString::to_string).unwrap_or_default();
        let usage = each.clone().render_usage().to_string();
        commands.text([roman(format!("{about}. {usage}"))]);
    }
    commands.to_writer(page)?;
    let mut formats = Roff::new();
    for (title, text) in reference::sections() {
        formats.control("SH", [title.as_str()]);
        formats.control("nf", []);
        formats.text([roman(text)]);
        formats.control("fi", []);
    }
    formats.to_writer(page)?;
    man.render_version_section(page)
}
