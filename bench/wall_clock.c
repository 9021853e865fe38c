/* The machine's wall clock, as many seconds ahead as the file AHEAD_FILE says; to be preloaded. All other clocks stay. */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const long long NANOSECONDS = 1000000000;

static double seconds_ahead(void) {
    char text[64] = "";
    int kept = errno, file = open(getenv("AHEAD_FILE"), O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        if (read(file, text, sizeof text - 1) < 0) text[0] = 0;
        close(file);
    }
    errno = kept;
    return strtod(text, NULL);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    if (syscall(SYS_clock_gettime, clock, now) != 0) return -1;
    if (clock == CLOCK_REALTIME) {
        long long then = now->tv_sec * NANOSECONDS + now->tv_nsec + (long long)(seconds_ahead() * NANOSECONDS);
        now->tv_sec = then / NANOSECONDS;
        now->tv_nsec = then % NANOSECONDS;
    }
    return 0;
}

int gettimeofday(struct timeval *now, void *zone) {
    struct timespec exact;
    (void)zone;
    if (clock_gettime(CLOCK_REALTIME, &exact) != 0) return -1;
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *kept) {
    struct timespec exact;
    if (clock_gettime(CLOCK_REALTIME, &exact) != 0) return -1;
    if (kept) *kept = exact.tv_sec;
    return exact.tv_sec;
}
