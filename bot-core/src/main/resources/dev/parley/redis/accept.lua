-- Stores a message, and claims its turn where its conversation is idle and the caller has room.
local call, id, entry, want, millis = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local remembered, mostWaiting, topic, channel = ARGV[6], tonumber(ARGV[7]), ARGV[8], ARGV[9]
local conversations = { channel = ARGV[11], thread = ARGV[12], user = ARGV[13] }
local addressing, defaultAnswers = ARGV[14], ARGV[15]
local thread, followedMillis = key('followed', ARGV[16]), ARGV[17]
local seen = key('seen', id)

local before = redis.call('GET', seen)
if before then
  local caller, token, conversation = before:match('^([^\31]*)\31([^\31]*)\31(.*)$')
  if caller ~= call then
    return { 'duplicate' }
  end
  if token ~= '' and owns(conversation, token) then
    return { 'claimed', claim(conversation) }
  end
  return { 'waiting', conversation }
end

local set = redis.call('HMGET', key('settings', channel), 'scope', 'answers')
local scope, answers = set[1], set[2] or defaultAnswers

-- Whether the message is for the bot.
local function meant()
  if addressing == 'direct' or addressing == 'mention' or answers == 'always' then
    return true
  end
  return answers == 'thread' and addressing == 'thread' and redis.call('EXISTS', thread) == 1
end

if not meant() then
  return { 'ignored' }
end
local conversation = conversations[scope or ''] or conversations[ARGV[10]]
local idle = not redis.call('ZSCORE', sched, conversation)
local token = ''
if idle and want == '1' then
  token = begin(conversation, { entry }, '')
  lease(conversation, millis)
else
  local waiting = redis.call('LLEN', key('waiting', conversation))
  if waiting >= mostWaiting then
    return { 'full', tostring(waiting) }
  end
  redis.call('RPUSH', key('waiting', conversation), entry)
  if idle then
    ready(conversation, topic)
  end
end
redis.call('SET', thread, '1', 'PX', followedMillis)
redis.call('SET', seen, call .. '\31' .. token .. '\31' .. conversation, 'PX', remembered)
if token ~= '' then
  return { 'claimed', claim(conversation) }
end
return { 'waiting', conversation }
