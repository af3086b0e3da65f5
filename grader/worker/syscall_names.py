"""The system calls that an honest NumPy worker makes, by name."""

from __future__ import annotations

_FILES = """
    read write readv writev pread64 pwrite64 lseek close close_range dup dup2 dup3 fstat
    newfstatat stat lstat statx statfs fstatfs access faccessat readlink readlinkat getdents64
    open openat poll ppoll select pselect6 epoll_create1 epoll_ctl epoll_wait epoll_pwait pipe
    pipe2 eventfd2 getcwd chdir fchdir umask fadvise64
"""
_MEMORY = """
    mmap munmap mprotect mremap madvise brk membarrier
"""
_ITSELF = """
    futex set_robust_list get_robust_list rseq set_tid_address exit exit_group wait4 waitid
    sched_yield sched_getaffinity gettid getpid getppid getpgrp getpgid getsid getuid geteuid
    getgid getegid getresuid getresgid getgroups capget getrlimit getpriority
"""
_SIGNALS = """
    restart_syscall rt_sigaction rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigtimedwait
    rt_sigpending sigaltstack pause alarm setitimer getitimer
"""
_TIME = """
    nanosleep clock_nanosleep clock_gettime clock_getres gettimeofday time times getrusage
    uname sysinfo getrandom getcpu
"""
HARMLESS = tuple(" ".join([_FILES, _MEMORY, _ITSELF, _SIGNALS, _TIME]).split())
"""Allowed with any arguments."""

JUDGED = ("clone", "kill", "tgkill", "prlimit64", "prctl", "fcntl", "ioctl")
"""Allowed with some arguments."""

OURS = ("seccomp", "capget", "capset", "ptrace")
"""Made or tried by the worker itself, before the filter is there."""

NAMES = (*HARMLESS, *JUDGED, *OURS)
"""All whose numbers are needed. After a change run
`python tools/syscall_numbers.py`."""
