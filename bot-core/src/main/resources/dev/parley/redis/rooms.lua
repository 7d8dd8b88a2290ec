-- What the scripts of the room log share. KEYS[1] is the tenant: its hash tag puts all keys built
-- from it into one slot of a cluster.
local tenant = KEYS[1]

local function key(kind, room)
  return tenant .. ':' .. kind .. ':' .. room
end

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
