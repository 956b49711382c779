//! A copy for strangers, with other names, ids and telephones: into which folder, and what became of it.

use super::Desk;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::path_typed::path_typed;
use super::prompt::{Pick, Prompt};
use super::study::Telling;
use crate::app::commands::Command;
use crate::app::session::Session;
use crate::app::{imported, purged};
use crate::speech::disk;
use crate::speech::visible::visible;
use crate::store::redact::RedactError;
use std::path::Path;

impl Desk {
    /// Into which folder a copy for strangers is written.
    pub(super) fn redact_choices(&self, typed: &str) -> Vec<Choice> {
        let folder = path_typed(typed);
        if folder.as_os_str().is_empty() {
            return vec![Choice::new(self.speech.word("redact-how"), Act::Nothing)];
        }
        let values = [("folder", visible(&folder.display().to_string()).into_owned().into())];
        vec![Choice::new(self.speech.say("redact-do", &values), Act::Redact(folder))]
    }

    /// Asks into which folder a copy for strangers is written, and proposes one.
    pub(super) fn ask_redact(&mut self) {
        self.pick(Pick::Redact);
        let name = self.speech.word("redact-folder");
        if let Some(prompt) = &mut self.prompt {
            prompt.propose(&name);
        }
        self.choose_anew();
    }

    /// Writes it, and says what it is.
    pub(super) fn redact(&mut self, folder: &Path, asked: Option<Prompt>) {
        let folder = self.session.place_of(folder);
        let (out, settings) = (folder.clone(), self.settings());
        let write = move |session: &Session, _: &Telling| session.redact(&out, &settings);
        self.study(true, "busy-redacting", Command::Redact, write, move |desk, copied| match copied {
            Ok(copy) => {
                let text = purged::copied(desk.speech, &folder, &copy).join(" ");
                desk.tell(Tone::Done, text);
            }
            Err(RedactError::Taken(path)) => {
                // Whoever has begun to type something else is not torn from it.
                if desk.prompt.is_none() {
                    desk.ask_again(asked);
                }
                desk.not_done("redact-taken", &[("path", path.display().to_string().into())]);
            }
            Err(RedactError::Io { path, source }) => {
                let values =
                    [("path", path.display().to_string().into()), ("detail", disk::why(desk.speech, &source).into())];
                let text = desk.speech.say("cli-io", &values);
                desk.tell(Tone::Failed, text);
            }
            Err(RedactError::List(error)) => {
                let text = imported::unusable(desk.speech, &error);
                desk.tell(Tone::Refused, text);
            }
            Err(RedactError::Record(error)) => desk.tell_trouble(&error),
        });
    }
}
