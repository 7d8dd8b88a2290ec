-- Keeps what somebody thinks of an answer.
local id, by, feedback = ARGV[1], ARGV[2], ARGV[3]
if redis.call('EXISTS', key('past', id)) == 0 then
  return 'gone'
end
redis.call('HSET', key('past', id), 'f:' .. by, feedback)
return 'kept'
