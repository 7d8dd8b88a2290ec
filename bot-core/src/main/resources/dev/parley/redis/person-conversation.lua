-- Takes a person's questions out of a conversation, and its summary where they may be in it.
-- Answers with what is remembered that names them, or all of it where the conversation is their
-- own, for the caller to decide upon.
local conversation, user, named, own = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local topic, tenantText = ARGV[5], ARGV[6]
local turn, waiting, session = key('turn', conversation), key('waiting', conversation), key('session', conversation)
local ids, unfinished, summaries, remembered = {}, '', 0, {}

for _, entry in ipairs(redis.call('LRANGE', waiting, 0, -1)) do
  if author(entry) == user then
    redis.call('LREM', waiting, 1, entry)
    ids[#ids + 1] = (parts(entry))
  end
end

-- Whether somebody is among those whose words a summary holds.
local function holds(summarised)
  return ('\31' .. summarised .. '\31'):find('\31' .. user .. '\31', 1, true)
end

local function takeBack(entries)
  redis.call('HSET', turn, 'withdrawn', '1')
  for _, entry in ipairs(entries) do
    ids[#ids + 1] = (parts(entry))
  end
  if #entries > 0 then
    restart(conversation, entries, topic, tenantText)
  end
end

local asker = redis.call('HGET', turn, 'asker')
if asker == user then
  unfinished = redis.call('HGET', turn, 'id')
  takeBack(unanswered(conversation))
elseif asker then
  redis.call('HSET', turn, 'forgotten', (redis.call('HGET', turn, 'forgotten') or '') .. '\31' .. named)
end

local summary = redis.call('HMGET', session, 'summary', 'summarised')
if summary[1] and not (summary[2] and not holds(summary[2])) then
  summaries = redis.call('HDEL', session, 'summary')
  redis.call('HDEL', session, 'summarised')
  outdate(conversation)
end

for _, exchange in ipairs(redis.call('LRANGE', key('history', conversation), 0, -1)) do
  if own == '1' or exchange:find(named, 1, true) then
    remembered[#remembered + 1] = exchange
  end
end
if own == '1' and not asker and #remembered == 0 and redis.call('EXISTS', waiting) == 0 then
  redis.call('DEL', session)
  redis.call('ZREM', sched, conversation)
end
return { ids, unfinished, tostring(summaries), remembered }
