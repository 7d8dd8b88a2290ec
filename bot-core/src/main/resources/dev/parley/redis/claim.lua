-- Claims conversations that are due: new turns, and those whose owner was lost or gave them back.
local call, most, millis = ARGV[1], ARGV[2], ARGV[3]
local mostTakeOvers, together, mostDead = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local forget = ARGV[7]
local calls = key('call', call)
local claims, dead = {}, 0

local repeated = redis.call('LRANGE', calls, 0, -1)
if #repeated > 0 then
  for _, pair in ipairs(repeated) do
    local token, conversation = pair:match('^([^\31]*)\31(.*)$')
    if owns(conversation, token) then
      claims[#claims + 1] = claim(conversation)
    end
  end
  return { tostring(dead), claims }
end

local function takeOver(turn)
  settleLeft(turn)
  if redis.call('HDEL', turn, 'released') == 0 then
    if redis.call('HINCRBY', turn, 'takeOvers', 1) > mostTakeOvers then
      redis.call('RPUSH', tenant .. ':dead', redis.call('HGET', turn, 'entries'))
      redis.call('LTRIM', tenant .. ':dead', -mostDead, -1)
      redis.call('DEL', turn)
      dead = dead + 1
      return nil
    end
  end
  local token = string.format('%.0f', redis.call('INCR', tenant .. ':tokens'))
  redis.call('HSET', turn, 'token', token, 'after', '')
  return token
end

local function claimNext(conversation)
  local token = nil
  if redis.call('EXISTS', key('turn', conversation)) == 1 then
    token = takeOver(key('turn', conversation))
  end
  if not token then
    local entries = take(conversation, together)
    token = entries and begin(conversation, entries, '')
  end
  return token
end

for _, conversation in ipairs(redis.call('ZRANGEBYSCORE', sched, '-inf', now(), 'LIMIT', 0, most)) do
  local token = claimNext(conversation)
  if token then
    lease(conversation, millis)
    redis.call('RPUSH', calls, token .. '\31' .. conversation)
    claims[#claims + 1] = claim(conversation)
  else
    redis.call('ZREM', sched, conversation)
    expire(conversation, forget)
  end
end
redis.call('PEXPIRE', calls, millis)
return { tostring(dead), claims }
