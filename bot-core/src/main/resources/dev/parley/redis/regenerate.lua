-- Lets a question be answered once more, in the place of its last exchange.
local conversation, id, by, manages, topic = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local past, turn, history = recall(id, by, manages), key('turn', conversation), key('history', conversation)
if not past then
  return redis.call('HGET', turn, 'id') == id and 'busy' or 'gone'
end
if not past.allowed then
  return 'not-yours'
end
if redis.call('ZSCORE', sched, conversation) then
  return 'busy'
end
local before = nil
if past.remembered then
  before = redis.call('LINDEX', history, -1)
  if not before or cjson.decode(before).id.value ~= id then
    return 'not-latest'
  end
  redis.call('RPOP', history)
end
redis.call('RENAME', key('past', id), turn)
redis.call('PERSIST', turn)
for _, name in ipairs(redis.call('HKEYS', turn)) do
  if name:sub(1, 2) == 'f:' then
    redis.call('HDEL', turn, name)
  end
end
redis.call('HDEL', turn, 'remembered', 'conversation', 'counted')
redis.call('HSET', turn, 'token', '', 'released', '1', 'takeOvers', '0', 'after', '', 'j:again', '1')
if before then
  redis.call('HSET', turn, 'before', before)
end
expire(conversation, '0')
ready(conversation, topic)
return 'started'
