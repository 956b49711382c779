//! Picket schedules a picket line.
