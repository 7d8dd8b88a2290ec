-- The promises whose holders have no time left: each id, then its holder and note.
local most = ARGV[1]
local due = redis.call('ZRANGEBYSCORE', tenant .. ':promises', '-inf', string.format('%.0f', now()), 'LIMIT', 0, most)
local found = {}
for _, id in ipairs(due) do
  local held = redis.call('HGET', tenant .. ':promises-held', id)
  if held then
    found[#found + 1] = id
    found[#found + 1] = held
  end
end
return found
