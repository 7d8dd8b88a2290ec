-- A call that waits or waited, and what was decided about it.
local found = redis.call('HMGET', key('approval', ARGV[1]), 'call', 'decided')
return { found[1] or '', found[2] or '' }
