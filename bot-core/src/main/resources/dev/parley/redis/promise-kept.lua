-- Ends a promise. For a while it is known that it was kept.
local id, memory, time = ARGV[1], tonumber(ARGV[2]), now()
local kept = tenant .. ':promises-kept'
redis.call('ZREM', tenant .. ':promises', id)
redis.call('HDEL', tenant .. ':promises-held', id)
redis.call('ZREMRANGEBYSCORE', kept, '-inf', string.format('%.0f', time - memory))
redis.call('ZADD', kept, string.format('%.0f', time), id)
redis.call('PEXPIRE', kept, memory)
return '1'
