-- How many conversations could be claimed.
return redis.call('ZCOUNT', sched, '-inf', now())
