//! The command line: what was asked, and how it is answered on standard output.
