-- Erases a person's turns that were given up, the settings that are theirs, and their id from what
-- is known of messages that were handed in.
local user, suffix = ARGV[1], ARGV[2]
local settings, dead = 0, 0
for i = 3, #ARGV do
  local name = tenant .. ':' .. ARGV[i]
  if ARGV[i] == 'dead' then
    for _, entries in ipairs(redis.call('LRANGE', name, 0, -1)) do
      if author(entries) == user then
        dead = dead + redis.call('LREM', name, 1, entries)
      end
    end
  elseif ARGV[i]:sub(1, 5) == 'seen:' then
    local seen = redis.call('GET', name)
    if seen and seen:sub(-#suffix) == suffix then
      redis.call('SET', name, '\31\31', 'KEEPTTL')
    end
  elseif redis.call('HGET', name, 'owner') == user then
    settings = settings + redis.call('HLEN', name) - 1
    redis.call('DEL', name)
  end
end
return { tostring(settings), tostring(dead) }
