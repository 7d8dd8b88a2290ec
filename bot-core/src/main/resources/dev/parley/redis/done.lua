-- Ends a turn, and claims the next one of its conversation or leaves it to others. A turn's `after`
-- is the token of the turn that it was claimed at the end of: a repeated call finds it by that.
local conversation, token, want, millis = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local together, dropped, summary, mostTurns, topic = tonumber(ARGV[5]), ARGV[6], ARGV[7], ARGV[8], ARGV[9]
local forget, past = ARGV[10], ARGV[11]
local turn, history = key('turn', conversation), key('history', conversation)

-- Keeps what is needed to come back to the turn: not what it took to answer it.
local function keep(id)
  dropRounds(turn)
  redis.call('HDEL', turn, 'token', 'takeOvers', 'stop', 'released', 'answer', 'before', 'outdated', 'forgotten')
  redis.call('HSET', turn, 'conversation', conversation)
  redis.call('RENAME', turn, key('past', id))
  redis.call('PEXPIRE', key('past', id), past)
end

-- Whose words the turns hold that a summary is made of.
local function authors(turns)
  local ids, known = {}, {}
  for _, exchange in ipairs(turns) do
    for _, question in ipairs(cjson.decode(exchange).questions) do
      local id = question.author.id.value
      if not known[id] then
        known[id] = true
        ids[#ids + 1] = id
      end
    end
  end
  return table.concat(ids, '\31')
end

-- Puts the summary in the place of what it is made of, and notes whose words it holds, as far as
-- that is known of all of them.
local function summarise()
  local session = key('session', conversation)
  local before = redis.call('HMGET', session, 'summary', 'summarised')
  local readable, ids = pcall(authors, redis.call('LRANGE', history, 0, dropped - 1))
  redis.call('LTRIM', history, dropped, -1)
  redis.call('HSET', session, 'summary', summary)
  if readable and (before[2] or not before[1]) then
    redis.call('HSET', session, 'summarised', (before[2] and before[2] .. '\31' or '') .. ids)
  else
    redis.call('HDEL', session, 'summarised')
  end
end

if not owns(conversation, token) then
  if redis.call('HGET', turn, 'after') == token then
    return { claim(conversation) }
  end
  return {}
end

if dropped ~= '' and redis.call('HGET', turn, 'epoch') == epoch(conversation)
    and redis.call('HEXISTS', turn, 'outdated') == 0 then
  summarise()
end
redis.call('LTRIM', history, -mostTurns, -1)
local ended = redis.call('HMGET', turn, 'id', 'answer', 'withdrawn')
if ended[2] and not ended[3] then
  keep(ended[1])
else
  redis.call('DEL', turn)
end

if redis.call('EXISTS', key('waiting', conversation)) == 0 then
  redis.call('ZREM', sched, conversation)
  expire(conversation, forget)
  return {}
end
if want ~= '1' then
  ready(conversation, topic)
  return {}
end
begin(conversation, take(conversation, together), token)
lease(conversation, millis)
return { claim(conversation) }
