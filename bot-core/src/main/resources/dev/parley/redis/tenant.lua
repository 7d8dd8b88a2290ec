-- What the scripts of rooms and of limits share. KEYS[1] is the tenant: its hash tag puts all keys built
-- from it into one slot of a cluster.
local tenant = KEYS[1]

local function key(kind, name)
  return tenant .. ':' .. kind .. ':' .. name
end

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
