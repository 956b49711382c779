//! What other programs did to the record: heard, and pointed out at the edge.

use super::Desk;
use crate::app::session::Session;
use crate::store::record::RecordError;

impl Desk {
    /// Hears what other programs did to the roster, and points it out at the edge: what one looks at stays in place.
    pub fn hear_others(&mut self) {
        if self.session.is_lent() {
            // The twin hears it, and whoever comes after the twin the rest.
            return;
        }
        let takes_long = match self.session.has_heavy_news() {
            Ok(heavy) => heavy,
            Err(error) => {
                self.tell_trouble(&error);
                return;
            }
        };
        let hear = |session: &mut Session| {
            let before = session.seq();
            session.refresh().map(|news| news.then(|| session.seq() - before))
        };
        self.carry_out(takes_long, "busy-hearing", hear, Self::heard);
        self.refresh();
    }

    /// Points out what others did: so many things.
    fn heard(&mut self, heard: Result<Option<u64>, RecordError>) {
        match heard {
            Ok(Some(count)) => {
                self.news = match self.session.last_entry() {
                    Ok(Some(last)) => {
                        let values = [
                            ("actor", (&last.actor).into()),
                            ("what", self.words().entry(&last).into()),
                            ("count", count.into()),
                        ];
                        Some(self.sentence("told-changed-elsewhere", &values))
                    }
                    _ => None,
                };
            }
            Ok(None) => {}
            Err(error) => self.tell_trouble(&error),
        }
    }
}
