//! What takes longer than a frame is done away from the screen: meanwhile everything can be looked at, and nothing parts.

use crate::stage::{Stage, said};
use picket::app::view::Message;
use picket::app::view::muster::{Found, Mustering};
use picket::app::view::place::Place;
use picket::app::view::worker::Job as _;
use picket::model::campaign::Language;

/// So many members that an absence is worked out away from the screen.
fn large() -> Stage {
    let mut stage = Stage::many(Language::En, 2_200);
    stage.desk.work_aside();
    stage
}

#[test]
fn an_absence_in_a_large_strike_is_noted_while_one_looks_on() {
    let mut stage = large();
    let version = stage.desk.session.version;
    stage.press("3b<enter>");
    let errand = stage.desk.take_errand().expect("a worker is asked");
    assert_eq!(stage.desk.session.version, version, "it is not done yet");
    // Meanwhile keys are answered, and it is shown what is being done; but nothing else can be changed.
    stage.press("2jj");
    assert_eq!(stage.desk.place, Place::Coverage);
    assert!(stage.text((120, 36)).contains("Noting it"));
    stage.press("P<enter>");
    assert!(said(&stage).contains("still being done"), "{}", said(&stage));
    assert!(stage.desk.take_errand().is_none(), "one at a time");

    stage.desk.handle(Message::Back(errand.carry_out()));
    assert_eq!(stage.desk.session.version, version + 1);
    assert_eq!(stage.desk.session.absences.len(), 1);
    assert!(said(&stage).contains("absent"), "{}", said(&stage));
    assert!(!stage.text((120, 36)).contains("Noting it"));

    // Taking it back is as much work.
    stage.press("u");
    let errand = stage.desk.take_errand().expect("a worker is asked");
    stage.desk.handle(Message::Back(errand.carry_out()));
    assert_eq!(stage.desk.session.absences, []);
    let (entries, _) = stage.desk.session.history().expect("readable");
    assert_eq!(entries.len(), 2, "each was written once");
}

#[test]
fn what_others_do_meanwhile_is_not_lost() {
    let mut stage = large();
    // So that there is a record both are on.
    stage.press("2");
    let mut other = stage.beside("marie");
    stage.press("3b<enter>");
    let errand = stage.desk.take_errand().expect("a worker is asked");
    other.press("1<enter>a");
    let theirs = other.desk.session.roster.len();
    assert_eq!(theirs, 1, "{}", said(&other));
    stage.desk.handle(Message::Back(errand.carry_out()));
    assert_eq!((stage.desk.session.roster.len(), stage.desk.session.absences.len()), (1, 1), "{}", said(&stage));
    // The other hears of the absence away from its screen too.
    other.desk.work_aside();
    other.desk.hear_others();
    let errand = other.desk.take_errand().expect("a worker is asked");
    other.desk.handle(Message::Back(errand.carry_out()));
    assert_eq!(other.desk.session.version, stage.desk.session.version);
    assert_eq!(other.desk.session.absences.len(), 1);
}

/// A worker who musters, and the screen that hears of what it finds.
struct Muster {
    worker: Mustering,
    found: crossbeam_channel::Receiver<Found>,
}

impl Muster {
    fn new() -> Self {
        let (worker, found) = Mustering::start();
        Self { worker, found }
    }

    /// Hands over what the desk asks for; takes what is found until the screen shows `text`.
    fn until(&self, stage: &mut Stage, text: &str) {
        loop {
            while let Some(job) = stage.desk.take_muster() {
                self.worker.muster(job);
            }
            let shown = stage.text((120, 36));
            if shown.contains(text) {
                return;
            }
            let long = std::time::Duration::from_secs(30);
            let found = self.found.recv_timeout(long).unwrap_or_else(|_| panic!("never shown: {text}\n{shown}"));
            stage.desk.handle(Message::Found(found));
        }
    }
}

#[test]
fn who_could_come_is_found_however_often_one_comes_and_goes() {
    let mut stage = large();
    let muster = Muster::new();
    // What has not come yet is not told as if nobody were found.
    stage.press("<enter>");
    let shown = stage.text((120, 36));
    assert!(shown.contains("Looking") && !shown.contains("Nobody"), "{shown}");
    muster.until(&mut stage, "km");
    // Back and open again, the same lists are asked for again.
    stage.press("<esc><enter>");
    muster.until(&mut stage, "Candidates 1");
    // From outside, the best of them is put there though the page knew them already.
    let before = stage.desk.session.roster.len();
    stage.press("<esc>a");
    muster.until(&mut stage, "u takes it back");
    assert_eq!(stage.desk.session.roster.len(), before + 1, "{}", said(&stage));
    // Who is ruled out is told though something else was asked for at once.
    stage.press("<enter><right>F<esc>");
    muster.until(&mut stage, "Ruled out 2");
    // Words that nobody's name holds are not told as a lack of people.
    stage.press("<left>&zzzz<enter>");
    let shown = stage.text((120, 36));
    assert!(shown.contains("Nothing fits") && !shown.contains("Nobody"), "{shown}");
}
