//! Who a process belongs to, as the system knows it.

/// The login name of the owner of a process: its number, or `self`. None where the system does not tell.
#[cfg(target_os = "linux")]
pub fn owner_of(process: &str) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let uid = std::fs::metadata(format!("/proc/{process}")).ok()?.uid().to_string();
    let people = std::fs::read_to_string("/etc/passwd").ok()?;
    people.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)? == uid).then(|| name.to_owned())
    })
}

/// The login name of the owner of a process.
#[cfg(not(target_os = "linux"))]
pub fn owner_of(_: &str) -> Option<String> {
    None
}
