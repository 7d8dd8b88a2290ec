-- What was done, the latest first.
return redis.call('XREVRANGE', tenant .. ':audit', '+', '-', 'COUNT', ARGV[1])
