//! Paper and data: rosters for people and for other programs.
