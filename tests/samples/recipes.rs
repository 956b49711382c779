//! What the samples' people are made from: for each sample a seed, and for each site its local and its weight.

use picket::store::generate::people::Trade;

/// One sample's people.
pub struct Recipe {
    /// Folder in `config/`.
    pub folder: &'static str,
    pub seed: u64,
    pub members: usize,
    /// Captains in 1000 members: more than in a large strike, a small one has as many lines to a member.
    pub captains_per_mille: usize,
    /// Template ids from early to late, for wishes.
    pub templates: &'static [&'static str],
    /// Site, local, weight in the head count.
    pub workplaces: &'static [(&'static str, &'static str, u32)],
    /// What people do at a kind of site.
    pub trades: fn(&str) -> &'static [Trade],
}

pub const ALL: &[Recipe] = &[OPSEU, CUPE, OPSSU];

fn public_service(kind: &str) -> &'static [Trade] {
    match kind {
        "youth_centre" => &[
            ("youth justice", "Youth worker", 58),
            ("youth justice", "Nurse", 18),
            ("youth justice", "Social worker", 14),
            ("administrative", "Clerk", 10),
        ],
        "treatment_centre" => &[
            ("corrections", "CO", 58),
            ("corrections", "Nurse", 18),
            ("corrections", "Social worker", 14),
            ("administrative", "Clerk", 10),
        ],
        "detention_centre" | "jail" | "correctional_centre" => &[
            ("corrections", "CO", 62),
            ("corrections", "Nurse", 14),
            ("corrections", "Cook", 8),
            ("corrections", "Records clerk", 9),
            ("corrections", "Maintenance", 7),
        ],
        "mto_office" => &[
            ("transportation", "Engineering technician", 40),
            ("transportation", "Driver examiner", 35),
            ("administrative", "Clerk", 25),
        ],
        "inspection_station" => &[("transportation", "Enforcement officer", 72), ("administrative", "Clerk", 28)],
        _ => &[
            ("social services", "Caseworker", 40),
            ("administrative", "Clerk", 36),
            ("justice", "Probation officer", 24),
        ],
    }
}

fn schools(_: &str) -> &'static [Trade] {
    &[
        ("classroom", "Educational assistant", 34),
        ("classroom", "Early childhood educator", 16),
        ("caretaking", "Custodian", 24),
        ("office", "Clerical", 18),
        ("maintenance", "Trades", 8),
    ]
}

fn union_staff(kind: &str) -> &'static [Trade] {
    match kind {
        "headquarters" => &[
            ("head office", "Administrative assistant", 30),
            ("head office", "Grievance officer", 16),
            ("head office", "Campaigns officer", 12),
            ("head office", "Research officer", 10),
            ("head office", "Benefits counsellor", 10),
            ("head office", "Accounting clerk", 12),
            ("head office", "Systems technician", 10),
        ],
        _ => &[
            ("field", "Staff representative", 52),
            ("field", "Administrative assistant", 34),
            ("field", "Organizer", 14),
        ],
    }
}

const OPSEU: Recipe = Recipe {
    folder: "opseu",
    seed: 2026,
    members: 1200,
    captains_per_mille: 120,
    templates: &["am", "mid", "pm"],
    workplaces: &[
        ("emdc", "108", 46),
        ("sarnia-jail", "130", 14),
        ("south-west-dc", "131", 30),
        ("stratford-jail", "132", 12),
        ("mto-london", "133", 34),
        ("gov-london-100-dundas-st", "102", 30),
        ("gov-goderich-38-north-st", "121", 12),
        ("hamilton-wentworth-dc", "240", 38),
        ("maplehurst-correctional-complex", "234", 52),
        ("niagara-dc", "241", 24),
        ("ontario-correctional-institute", "242", 22),
        ("vanier-centre-for-women", "234", 26),
        ("roy-mcmurtry-yc", "243", 14),
        ("sprucedale-yc", "244", 12),
        ("mto-st-catharines", "245", 44),
        ("vineland-truck-inspection-station", "246", 8),
        ("halton-truck-inspection-stations-n-and-s", "247", 10),
        ("gov-owen-sound-1400-1st-ave", "224", 14),
        ("gov-guelph-1-stone-rd-w", "232", 34),
        ("gov-hamilton-119-king-st", "201", 28),
        ("central-east-cc", "320", 44),
        ("central-north-cc", "369", 46),
        ("mto-bancroft", "321", 10),
        ("gov-aurora-50-bloomington-rd-w", "310", 18),
        ("gov-newmarket-465-davis-dr", "310", 16),
        ("gov-barrie-34-simcoe-st", "322", 18),
        ("gov-peterborough-300-water-st", "337", 34),
        ("gov-oshawa-40-king-st-w", "323", 26),
        ("gov-orillia-700-memorial-ave", "314", 24),
        ("brockville-jail", "410", 12),
        ("ottawa-carleton-dc", "411", 46),
        ("quinte-dc", "467", 26),
        ("st-lawrence-valley-correctional-and-treatment-centre", "412", 18),
        ("mto-kingston", "413", 24),
        ("gov-belleville-199-front-st", "455", 16),
        ("gov-kemptville-10-campus-dr", "434", 14),
        ("gov-renfrew-316-plaunt-st-s", "449", 10),
        ("gov-kingston-1201-division-st", "430", 18),
        ("gov-kingston-49-place-d-armes", "468", 14),
        ("toronto-east-dc", "530", 38),
        ("toronto-south-dc", "531", 56),
        ("mto-downsview", "532", 48),
        ("mto-ferguson", "533", 30),
        ("gov-toronto-777-bay-st", "520", 36),
        ("gov-toronto-900-bay-st", "502", 34),
        ("gov-toronto-47-sheppard-ave-e", "510", 24),
        ("algoma-treatment-and-remand-centre", "640", 20),
        ("monteith-correctional-complex", "641", 16),
        ("north-bay-jail", "642", 14),
        ("sudbury-jail", "643", 18),
        ("cecil-facer-yc", "644", 12),
        ("donald-doucet-yc", "645", 8),
        ("mto-north-bay", "646", 26),
        ("fort-frances-jail", "718", 10),
        ("kenora-jail", "710", 16),
        ("thunder-bay-cc", "711", 22),
        ("thunder-bay-jail", "712", 18),
        ("justice-ronald-lester-yc", "713", 10),
        ("mto-thunder-bay", "714", 30),
        ("shuniah-commercial-vehicle-inspection-station", "715", 6),
    ],
    trades: public_service,
};

const CUPE: Recipe = Recipe {
    folder: "cupe",
    seed: 2027,
    members: 900,
    captains_per_mille: 90,
    templates: &["am", "mid", "pm"],
    workplaces: &[
        ("thames-valley", "101", 70),
        ("greater-essex", "102", 44),
        ("hamilton-wentworth", "201", 52),
        ("peel", "202", 86),
        ("waterloo-region", "203", 50),
        ("york-region", "301", 60),
        ("durham", "302", 48),
        ("simcoe-county", "303", 36),
        ("kawartha-pine-ridge", "304", 30),
        ("ottawa-carleton", "401", 70),
        ("cepeo", "402", 34),
        ("limestone", "403", 30),
        ("toronto", "501", 120),
        ("toronto-catholic", "502", 56),
        ("rainbow", "601", 28),
        ("grand-nord", "602", 22),
        ("near-north", "603", 20),
        ("lakehead", "701", 24),
        ("keewatin-patricia", "702", 14),
        ("rainy-river", "703", 8),
    ],
    trades: schools,
};

const OPSSU: Recipe = Recipe {
    folder: "opssu",
    seed: 341,
    members: 341,
    captains_per_mille: 85,
    templates: &["am", "mid", "pm"],
    workplaces: &[
        ("opseu-head-office", "511", 150),
        ("opseu-windsor-regional-office", "111", 28),
        ("opseu-orillia-regional-office", "311", 42),
        ("opseu-ottawa-regional-office", "411", 38),
        ("opseu-kingston-regional-office", "412", 30),
        ("opseu-sudbury-regional-office", "611", 32),
        ("opseu-north-bay-regional-office", "612", 21),
    ],
    trades: union_staff,
};
