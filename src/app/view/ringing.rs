//! Somebody's telephone, for who asks for it: read from the list then and there, said until the next key, and kept nowhere.

use super::Desk;
use super::notice::Tone;
use super::study::Telling;
use crate::app::commands::Command;
use crate::app::session::Session;
use crate::model::MemberIx;
use crate::speech::visible::visible;
use crate::store::read::Contact;

impl Desk {
    /// Says how to reach the member who was put somewhere a moment ago, else the one under the cursor.
    pub(super) fn ring(&mut self, just_put: Option<MemberIx>) {
        let Some(member) = just_put.or_else(|| self.chosen_member()) else {
            self.say("told-nobody-here");
            return;
        };
        let place = self.place;
        let look = move |session: &Session, _: &Telling| session.contact(member);
        self.study(self.session.is_large(), "busy-ringing", Command::Ring, look, move |desk, contact| {
            // Whoever has left the page no longer asks.
            if desk.place == place {
                desk.tell_contact(member, contact.as_ref());
            }
        });
    }

    fn tell_contact(&mut self, member: MemberIx, contact: Option<&Contact>) {
        let ways: Vec<String> =
            contact.into_iter().flat_map(Contact::ways).map(|way| visible(way).into_owned()).collect();
        let member = ("member", self.words().member(member).into());
        let text = if ways.is_empty() {
            self.speech.say("told-no-way-to-ring", &[member])
        } else {
            self.speech.say("told-ring", &[member, ("ways", ways.join(" · ").into())])
        };
        self.tell(Tone::Info, text);
    }
}
