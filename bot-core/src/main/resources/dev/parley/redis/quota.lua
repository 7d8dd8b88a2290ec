-- What the scripts share that hold and settle reservations. A reservation is kept under its id, as JSON,
-- for as long as its call may take; what is reserved and what is spent is counted for each counter in
-- the same three units.
local held, heldUntil = tenant .. ':held', tenant .. ':held-until'
local units = { 'requests', 'tokens', 'micros' }
local US = '\31'

-- For how long after its end a wish for a reservation may still come, repeated or late.
local LATE = 120000

local function whole(number)
  return string.format('%.0f', number)
end

local function counted(counter, field)
  return tonumber(redis.call('HGET', key('spent', counter), field) or '0')
end

-- The most that a call costs, in micro-dollars, where it answers with so many tokens.
local function micros(reservation, output)
  return math.ceil((reservation.promptNanos + output * reservation.outputNanos) / 1000)
end

-- Adds amounts to a counter: by everybody and, where people have shares of it, by this person.
local function add(reservation, counter, amounts, suffix, sign)
  local name = key('spent', counter.name)
  for _, unit in ipairs(units) do
    local amount = amounts[unit] * sign
    if amount ~= 0 then
      redis.call('HINCRBY', name, unit .. suffix, whole(amount))
      if counter.shared then
        redis.call('HINCRBY', name, unit .. suffix .. US .. reservation.user, whole(amount))
      end
    end
  end
  redis.call('PEXPIREAT', name, whole(counter.expires))
end

-- The number that stands for a person in the ledger: the name can be forgotten, the amounts stay.
local function account(user, name)
  local number = redis.call('HGET', tenant .. ':accounts', user)
  if not number then
    number = whole(redis.call('INCR', tenant .. ':account-numbers'))
    redis.call('HSET', tenant .. ':accounts', user, number)
  end
  redis.call('HSET', tenant .. ':people', number, user .. US .. name)
  return number
end

-- The sums of a day, for each person, channel and model: calls, the tokens by their kinds, searches,
-- micro-dollars, and how many of the calls are estimates.
local function addToDay(reservation, number, usage, exact)
  local day = key('day', reservation.day)
  local field = number .. US .. reservation.channel .. US .. reservation.model
  local sums = {}
  for sum in (redis.call('HGET', day, field) or ''):gmatch('[^ ]+') do
    sums[#sums + 1] = tonumber(sum)
  end
  local more = { 1, usage.prompt, usage.cached, usage.output, usage.thinking, usage.toolUse,
    usage.searches, usage.micros, exact and 0 or 1 }
  for i, amount in ipairs(more) do
    more[i] = whole((sums[i] or 0) + amount)
  end
  redis.call('HSET', day, field, table.concat(more, ' '))
  redis.call('PEXPIRE', day, whole(reservation.kept))
end

-- Notes a row as an account's, so that its rows are found without going through all. For each row that
-- comes, up to two go that the ledger does not keep any more.
local function note(number, row, kept)
  local rows = key('rows', number)
  redis.call('RPUSH', rows, row)
  for _, old in ipairs(redis.call('LRANGE', rows, 0, 1)) do
    if tonumber(old:match('^%d+')) < now() - kept then
      redis.call('LPOP', rows)
    end
  end
  redis.call('PEXPIRE', rows, whole(kept))
  redis.call('SET', tenant .. ':noted-since', row, 'NX')
end

local function write(reservation, usage, exact)
  local number = account(reservation.user, reservation.name)
  addToDay(reservation, number, usage, exact)
  local row = redis.call('XADD', tenant .. ':ledger', 'MINID', '~', whole(now() - reservation.kept), '*',
    'id', reservation.id, 'at', whole(reservation.at), 'account', number,
    'channel', reservation.channel, 'conversation', reservation.conversation or '',
    'turn', reservation.turn or '', 'purpose', reservation.purpose, 'model', reservation.model,
    'price', reservation.price, 'prompt', whole(usage.prompt), 'cached', whole(usage.cached),
    'output', whole(usage.output), 'thinking', whole(usage.thinking),
    'toolUse', whole(usage.toolUse), 'audioPrompt', whole(usage.audioPrompt),
    'imagePrompt', whole(usage.imagePrompt), 'videoPrompt', whole(usage.videoPrompt),
    'imageOutput', whole(usage.imageOutput), 'searches', whole(usage.searches),
    'micros', whole(usage.micros), 'requests', whole(reservation.amounts.requests),
    'exact', exact and '1' or '0')
  note(number, row, reservation.kept)
end

-- Frees a reservation, and remembers that it is over: a wish for it that comes late holds nothing back.
local function free(id, reservation)
  for _, counter in ipairs(reservation.counters) do
    add(reservation, counter, reservation.amounts, '-held', -1)
  end
  redis.call('HDEL', held, id)
  redis.call('ZREM', heldUntil, id)
  redis.call('SET', key('over', id), whole(reservation.output), 'PX', LATE)
  if reservation.conversation then
    redis.call('HDEL', key('turn', reservation.conversation), 'h:' .. id)
  end
end

-- The marks of limits that a reservation's counters passed, each once: for each its limit, counted from
-- 1, the percentage and what was spent. Of the whole bot's limits, which others spend from as well, only
-- what was spent here.
local function crossings(reservation)
  local passed, common = {}, {}
  for number, limit in ipairs(reservation.limits) do
    local spent = counted(reservation.counters[limit.counter].name, limit.unit)
    if limit.portion then
      common[#common + 1] = { number, whole(spent) }
    else
      local percent = reached(reservation, limit, spent)
      if percent then
        passed[#passed + 1] = { number, percent, whole(spent) }
      end
    end
  end
  return { passed, common }
end

-- Frees a reservation and counts what was spent instead; nothing where that was done before. Gives the
-- marks that this passed, which are to be told.
local function settle(id, usage, exact)
  local json = redis.call('HGET', held, id)
  if not json then
    return nil
  end
  local reservation = cjson.decode(json)
  free(id, reservation)
  local spent = {
    requests = reservation.amounts.requests,
    tokens = usage.prompt + usage.toolUse + usage.output + usage.thinking,
    micros = usage.micros,
  }
  for _, counter in ipairs(reservation.counters) do
    add(reservation, counter, spent, '', 1)
  end
  write(reservation, usage, exact)
  return crossings(reservation)
end

-- Settles a reservation at its worst case.
local function estimate(id)
  local json = redis.call('HGET', held, id)
  if not json then
    return nil
  end
  local reservation = cjson.decode(json)
  return settle(id, {
    prompt = reservation.promptTokens, cached = 0, output = reservation.output, thinking = 0,
    toolUse = 0, audioPrompt = 0, imagePrompt = 0, videoPrompt = 0, imageOutput = 0,
    searches = reservation.searches or 0, micros = reservation.amounts.micros,
  }, false)
end

-- Settles what nobody settled in time.
local function sweep(most)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', heldUntil, '-inf', now(), 'LIMIT', 0, most)) do
    estimate(id)
    redis.call('ZREM', heldUntil, id)
  end
end

-- Settles what earlier owners of a turn left.
local function settleLeft(turn)
  for _, name in ipairs(redis.call('HKEYS', turn)) do
    if name:sub(1, 2) == 'h:' then
      estimate(name:sub(3))
      redis.call('HDEL', turn, name)
    end
  end
end
