-- What the scripts of the inbox share. KEYS[1] is the tenant: its hash tag puts all keys built from
-- it into one slot of a cluster, so they need not be known before.
local tenant = KEYS[1]
local sched = tenant .. ':sched'

local function key(kind, id)
  return tenant .. ':' .. kind .. ':' .. id
end

-- The server's clock, so that instances need not agree about the time.
local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function ready(conversation, topic)
  redis.call('ZADD', sched, now(), conversation)
  redis.call('PUBLISH', topic, tenant)
end

local function lease(conversation, millis)
  redis.call('ZADD', sched, now() + millis, conversation)
end

local function owns(conversation, token)
  return redis.call('HGET', key('turn', conversation), 'token') == token
end

local function epoch(conversation)
  return redis.call('HGET', key('session', conversation), 'epoch') or '0'
end

-- Lets all that a conversation remembers go after so long; 0: never.
local function expire(conversation, millis)
  for _, kind in ipairs({ 'history', 'session' }) do
    if millis == '0' then
      redis.call('PERSIST', key(kind, conversation))
    else
      redis.call('PEXPIRE', key(kind, conversation), millis)
    end
  end
end

-- Notes that a conversation has lost something since its running turn was given it: a summary that
-- the turn makes is void.
local function outdate(conversation)
  if redis.call('EXISTS', key('turn', conversation)) == 1 then
    redis.call('HSET', key('turn', conversation), 'outdated', '1')
  end
end

-- Drops what the journal of a turn tells of its rounds; what is known of its reply stays, and the
-- names of the tools in them of which a call began that is not to begin twice.
local function dropRounds(turn)
  local called, known = {}, {}
  local function note(tool)
    if not known[tool] then
      known[tool] = true
      called[#called + 1] = tool
    end
  end
  for tool in (redis.call('HGET', turn, 'j:called') or ''):gmatch('%S+') do
    note(tool)
  end
  for _, name in ipairs(redis.call('HKEYS', turn)) do
    if name:sub(1, 2) == 'j:' and name ~= 'j:reply' and name ~= 'j:again' then
      if name:sub(-6) == '-begun' then
        note(redis.call('HGET', turn, name))
      end
      redis.call('HDEL', turn, name)
    end
  end
  if #called > 0 then
    table.sort(called)
    redis.call('HSET', turn, 'j:called', table.concat(called, ' '))
  end
end

-- All that an instance needs to run the turn that it has just claimed.
local function claim(conversation)
  local turn = redis.call('HGETALL', key('turn', conversation))
  local channel = redis.call('HGET', key('turn', conversation), 'channel')
  return {
    conversation,
    turn,
    redis.call('HGETALL', key('session', conversation)),
    redis.call('LRANGE', key('history', conversation), 0, -1),
    redis.call('HGETALL', key('settings', channel)),
  }
end

-- An entry is a line of id, author, channel and thread, and the message as JSON. What the line says
-- after the id is the same for messages that may be answered together; the line of one that may not
-- ends with its id.
local function parts(entry)
  return entry:match('^([^\31]*)\31([^\n]*)\n')
end

local function begin(conversation, entries, after)
  expire(conversation, '0')
  local id, group = parts(entries[1])
  local author, channel = group:match('^([^\31]*)\31([^\31]*)')
  local token = string.format('%.0f', redis.call('INCR', tenant .. ':tokens'))
  redis.call('HSET', key('turn', conversation), 'token', token, 'id', id, 'asker', author,
    'channel', channel, 'entries', table.concat(entries, '\30'),
    'epoch', epoch(conversation), 'takeOvers', '0', 'after', after)
  return token
end

-- Takes the messages out that are answered together next: the first one and, up to `most`, what its
-- author said after it in the same place. The others stay in order.
local function take(conversation, most)
  local waiting = redis.call('LRANGE', key('waiting', conversation), 0, -1)
  if #waiting == 0 then
    return nil
  end
  local _, first = parts(waiting[1])
  local taken, left = {}, {}
  for _, entry in ipairs(waiting) do
    local _, group = parts(entry)
    if group == first and #taken < most then
      taken[#taken + 1] = entry
    else
      left[#left + 1] = entry
    end
  end
  redis.call('DEL', key('waiting', conversation))
  for _, entry in ipairs(left) do
    redis.call('RPUSH', key('waiting', conversation), entry)
  end
  return taken
end
