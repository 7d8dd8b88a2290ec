-- Takes a message back that is not answered yet. One that was never handed in is not taken any more.
local id, remembered, topic, tenantText = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local conversation = conversationOf(id)
if not conversation then
  redis.call('SET', key('seen', id), '\31\31', 'PX', remembered)
end
if not conversation or conversation == '' then
  return { 'unknown' }
end
local waiting = key('waiting', conversation)
local list = redis.call('LRANGE', waiting, 0, -1)
local at = indexOf(list, id)
if at then
  redis.call('LREM', waiting, 1, list[at])
  return { 'withdrawn' }
end
local entries = unanswered(conversation)
at = indexOf(entries, id)
if not at then
  redis.call('DEL', key('past', id))
  return { 'answered', conversation }
end
if #entries == 1 then
  redis.call('HSET', key('turn', conversation), 'withdrawn', '1')
else
  table.remove(entries, at)
end
restart(conversation, entries, topic, tenantText)
return { 'withdrawn' }
