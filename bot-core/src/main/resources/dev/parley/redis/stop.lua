-- Notes that a turn's asker or an admin wants it to stop, and tells its owner.
local conversation, id, by, manages, topic, request = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local turn = redis.call('HMGET', key('turn', conversation), 'id', 'asker', 'answer')
if turn[1] ~= id or turn[3] then
  return 'not-running'
end
if turn[2] ~= by and manages ~= '1' then
  return 'not-yours'
end
redis.call('HSET', key('turn', conversation), 'stop', '1')
redis.call('PUBLISH', topic, request)
return 'stopping'
