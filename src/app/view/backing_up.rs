//! The record copied to a file, and the sheet of a code found: what is asked for with a line.

use super::Desk;
use super::notice::Tone;
use super::path_typed::path_typed;
use super::prompt::Wanted;
use crate::app::said;
use crate::app::session::{ActError, Session};

impl Desk {
    /// Asks for the file to copy the record to, and proposes one.
    pub(super) fn ask_backup(&mut self) {
        let name = self.session.backup_name();
        self.ask(Wanted::Backup, &name);
    }

    /// Copies the record there.
    pub(super) fn back_up(&mut self, text: &str) {
        let mut place = path_typed(text);
        if place.as_os_str().is_empty() {
            self.prompt = None;
            return;
        }
        place = self.session.place_of(&place);
        if place.is_dir() {
            place.push(self.session.backup_name());
        }
        if place.exists() {
            let values = [("file", place.display().to_string().into())];
            self.not_done("told-backup-there", &values);
            return;
        }
        self.prompt = None;
        let copy = move |session: &mut Session| session.copy_record(&place);
        // Looked over whole, however large it is.
        self.carry_out(true, "busy-backup", copy, |desk, copied| match copied {
            Ok(Some(copied)) => {
                let text = said::copied(desk.speech, &copied);
                desk.tell(Tone::Done, text);
            }
            Ok(None) => desk.not_done("backup-nothing", &[]),
            Err(error) => desk.refused(None, &ActError::Record(error)),
        });
    }
}
