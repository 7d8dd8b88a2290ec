-- What the scripts share that correct messages which are not answered yet.

-- The conversation that a message was handed in to; nothing where it never was.
local function conversationOf(id)
  local seen = redis.call('GET', key('seen', id))
  return seen and seen:match('^[^\31]*\31[^\31]*\31(.*)$')
end

local function indexOf(entries, id)
  for i, entry in ipairs(entries) do
    if (parts(entry)) == id then
      return i
    end
  end
end

-- The entries of the turn that runs, as long as it has no answer.
local function unanswered(conversation)
  local turn = redis.call('HMGET', key('turn', conversation), 'entries', 'answer', 'withdrawn')
  local entries = {}
  if turn[1] and not turn[2] and not turn[3] then
    for entry in turn[1]:gmatch('[^\30]+') do
      entries[#entries + 1] = entry
    end
  end
  return entries
end

-- Takes a turn from its owner, for anybody to begin it anew: of its journal only
-- what is known of the reply that people see stays.
local function restart(conversation, entries, topic, tenantText)
  local turn = key('turn', conversation)
  local before = redis.call('HMGET', turn, 'token', 'id')
  dropRounds(turn)
  redis.call('HDEL', turn, 'stop')
  redis.call('HSET', turn, 'token', '', 'released', '1', 'after', '',
    'id', (parts(entries[1])), 'entries', table.concat(entries, '\30'))
  if before[1] ~= '' then
    redis.call('PUBLISH', topic, 'lost ' .. table.concat(
      { before[1], before[2], conversation, tenantText }, '\31'))
  end
  ready(conversation, topic)
end
