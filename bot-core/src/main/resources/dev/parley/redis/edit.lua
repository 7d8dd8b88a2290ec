-- Puts a message in the place of the one with its id, where that is not answered yet.
local id, entry, topic, tenantText = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local conversation = conversationOf(id)
if not conversation or conversation == '' then
  return 'unknown'
end
local waiting = key('waiting', conversation)
local at = indexOf(redis.call('LRANGE', waiting, 0, -1), id)
if at then
  redis.call('LSET', waiting, at - 1, entry)
  return 'replaced'
end
local entries = unanswered(conversation)
at = indexOf(entries, id)
if not at then
  return 'answered'
end
if entries[at] ~= entry then
  entries[at] = entry
  restart(conversation, entries, topic, tenantText)
end
return 'replaced'
