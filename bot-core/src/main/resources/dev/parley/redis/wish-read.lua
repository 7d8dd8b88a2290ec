-- A wish for more, or nothing.
return redis.call('GET', key('wish', ARGV[1])) or ''
