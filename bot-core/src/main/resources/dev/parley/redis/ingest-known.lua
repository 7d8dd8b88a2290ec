-- All documents of which a job is known, the latest first.
return redis.call('ZREVRANGE', known, 0, -1)
