-- What is to be told of limits, until somebody was told: by its number, when it may be taken, and what it
-- says.
local notices, noticesHeld = tenant .. ':notices', tenant .. ':notices-held'
local MOST_NOTICES = 200

-- No window is longer, so no notice is told after it.
local NOTICES_KEPT = 40 * 24 * 3600 * 1000

local function dropNotice(id)
  redis.call('ZREM', notices, id)
  redis.call('HDEL', noticesHeld, id)
end

-- Keeps a notice; of too many, those go that were to be told first.
local function keepNotice(notice)
  local id = string.format('%016.0f', redis.call('INCR', tenant .. ':notice-numbers'))
  redis.call('ZADD', notices, string.format('%.0f', now()), id)
  redis.call('HSET', noticesHeld, id, cjson.encode(notice))
  for _, old in ipairs(redis.call('ZRANGE', notices, 0, -MOST_NOTICES - 1)) do
    dropNotice(old)
  end
  redis.call('PEXPIRE', notices, NOTICES_KEPT)
  redis.call('PEXPIRE', noticesHeld, NOTICES_KEPT)
end

-- Notes the marks of a limit that are reached with so much spent, each once in its window, and keeps a
-- notice of the highest. Gives its percentage, or nil.
local function reached(reservation, limit, spent)
  local counter = tenant .. ':spent:' .. reservation.counters[limit.counter].name
  local highest = nil
  for _, percent in ipairs({ 50, 80, 100 }) do
    if limit.cap > 0 and spent * 100 >= limit.cap * percent
        and redis.call('HSETNX', counter,
          'told\31' .. limit.unit .. '\31' .. limit.cap .. '\31' .. percent, '1') == 1 then
      highest = percent
    end
  end
  if highest and (limit.ends or 0) > now() then
    local personal = limit.account == 'user/' .. reservation.user
    keepNotice({
      user = personal and reservation.user or '', name = personal and reservation.name or '',
      channel = personal and reservation.turn and reservation.channel or '',
      rule = limit.rule, account = limit.account, zone = limit.zone,
      begins = limit.begins, ends = limit.ends, cap = string.format('%.0f', limit.cap),
      percent = highest, spent = string.format('%.0f', spent), tries = 0,
    })
  end
  return highest
end
