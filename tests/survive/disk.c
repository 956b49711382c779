/* Stands between a program and the disk, for tests of what the record survives. Loaded before the C library (LD_PRELOAD);
 * counts the calls that change files below FAULT_DIR, and at the FAULT_AT-th of them does what FAULT_KIND says:
 *
 *   kill   the program is killed before the call
 *   torn   half of what was to be written is written, then the program is killed
 *   eio    this one call fails: the disk is faulty in one place
 *   dead   this call and every one after it fails: the disk is gone
 *   full   this write and every one after it fails: the disk is full
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static int below(int fd) {
    char link[64], path[4096];
    const char *dir = getenv("FAULT_DIR");
    if (!dir) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return strncmp(path, dir, strlen(dir)) == 0;
}

/* 0: go on; 1: write half, then die; otherwise the error to fail with. */
static int fault(int fd, int writes) {
    const char *kind = getenv("FAULT_KIND"), *at = getenv("FAULT_AT");
    if (!kind || !at || !below(fd)) return 0;
    long n = ++calls, when = atol(at);
    if (n == when && !strcmp(kind, "kill")) raise(SIGKILL);
    if (n == when && !strcmp(kind, "torn")) {
        if (writes) return 1;
        raise(SIGKILL);
    }
    if (n == when && !strcmp(kind, "eio")) return EIO;
    if (n >= when && !strcmp(kind, "dead")) return EIO;
    if (n >= when && writes && !strcmp(kind, "full")) return ENOSPC;
    return 0;
}

#define REAL(type, name, ...)                                                  \
    static type (*real)(__VA_ARGS__);                                          \
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void *from, size_t count) {
    REAL(ssize_t, "write", int, const void *, size_t);
    int error = fault(fd, 1);
    if (error == 1) { real(fd, from, count / 2); raise(SIGKILL); }
    if (error) { errno = error; return -1; }
    return real(fd, from, count);
}

ssize_t pwrite64(int fd, const void *from, size_t count, off64_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    int error = fault(fd, 1);
    if (error == 1) { real(fd, from, count / 2, at); raise(SIGKILL); }
    if (error) { errno = error; return -1; }
    return real(fd, from, count, at);
}

ssize_t pwrite(int fd, const void *from, size_t count, off_t at) { return pwrite64(fd, from, count, at); }

int ftruncate64(int fd, off64_t length) {
    REAL(int, "ftruncate64", int, off64_t);
    int error = fault(fd, 1);
    if (error == 1) raise(SIGKILL);
    if (error) { errno = error; return -1; }
    return real(fd, length);
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int fsync(int fd) {
    REAL(int, "fsync", int);
    int error = fault(fd, 0);
    if (error) { errno = error; return -1; }
    return real(fd);
}

int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    int error = fault(fd, 0);
    if (error) { errno = error; return -1; }
    return real(fd);
}
