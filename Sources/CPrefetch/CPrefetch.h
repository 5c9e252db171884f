// Asks the processor to fetch a cache line that will be written soon. Only a hint: it reads nothing and cannot fail.
#ifndef FLEETSIM_CPREFETCH_H
#define FLEETSIM_CPREFETCH_H

static inline void fleetsim_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }

#endif
