-- Holds back the worst case of a call in all its limits at once; or none of it, where one has no room.
local wanted = cjson.decode(ARGV[1])
local token, wholePortion = ARGV[2], ARGV[3] == '1'

local before = redis.call('HGET', held, wanted.id)
if before then
  return { 'reserved', whole(cjson.decode(before).output) }
end
local over = redis.call('GET', key('over', wanted.id))
if over then
  return { 'reserved', over }
end
sweep(20)

local turn = wanted.conversation and key('turn', wanted.conversation)
if turn and not (redis.call('HGET', turn, 'token') == token
    and redis.call('HGET', turn, 'id') == wanted.turn) then
  return { 'gone' }
end
local requests = wanted.requests
if turn and redis.call('HEXISTS', turn, 'counted') == 1 then
  requests = 0
end

-- How many tokens of an answer fit into so much room.
local function fitting(unit, room)
  if unit == 'requests' then
    return room >= requests and wanted.mostOutput or -1
  end
  if unit == 'tokens' then
    return room - wanted.promptTokens
  end
  local nanos = room * 1000 - wanted.promptNanos
  if wanted.outputNanos == 0 then
    return nanos >= 0 and wanted.mostOutput or -1
  end
  return math.floor(nanos / wanted.outputNanos)
end

-- Whether somebody else has spent from a common counter lately.
local function othersActive(counter)
  local active = key('active', counter)
  local since = '(' .. whole(now() - wanted.activeMillis)
  local all = redis.call('ZCOUNT', active, since, '+inf')
  local me = redis.call('ZSCORE', active, wanted.user)
  return all > (me and tonumber(me) > now() - wanted.activeMillis and 1 or 0)
end

local output, short, portionShort = wanted.mostOutput, nil, nil
for number, limit in ipairs(wanted.limits) do
  local counter = wanted.counters[limit.counter]
  local cap = limit.cap
  if limit.portion then
    cap = tonumber(redis.call('HGET', key('portion', counter.name), limit.unit) or '0')
  end
  local spent, open = counted(counter.name, limit.unit), counted(counter.name, limit.unit .. '-held')
  local fits = fitting(limit.unit, cap - spent - open)
  if fits < output then
    output, short = fits, { number, spent, open, '0' }
    portionShort = portionShort or (limit.portion and short)
  end
  if limit.share < 100 and othersActive(counter.name) then
    local mine = counted(counter.name, limit.unit .. US .. wanted.user)
    local myOpen = counted(counter.name, limit.unit .. '-held' .. US .. wanted.user)
    fits = fitting(limit.unit, math.floor(limit.cap * limit.share / 100) - mine - myOpen)
    if fits < output then
      output, short = fits, { number, mine, myOpen, '1' }
    end
  end
end
if portionShort and wholePortion then
  short, output = portionShort, -1
end
if output < wanted.leastOutput then
  return { 'no-room', whole(short[1]), whole(short[2]), whole(short[3]), short[4] }
end

wanted.output = output
wanted.amounts = {
  requests = requests,
  tokens = wanted.promptTokens + output,
  micros = micros(wanted, output),
}
for _, counter in ipairs(wanted.counters) do
  add(wanted, counter, wanted.amounts, '-held', 1)
  if counter.shared then
    redis.call('ZADD', key('active', counter.name), now(), wanted.user)
    redis.call('PEXPIREAT', key('active', counter.name), whole(counter.expires))
  end
end
redis.call('HSET', held, wanted.id, cjson.encode(wanted))
redis.call('ZADD', heldUntil, now() + wanted.lifetime, wanted.id)
if turn then
  redis.call('HSET', turn, 'h:' .. wanted.id, token, 'counted', '1')
end
return { 'reserved', whole(output) }
