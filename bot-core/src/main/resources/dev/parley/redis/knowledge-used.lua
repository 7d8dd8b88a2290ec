-- Counts a use of documents that are there. A call that is repeated counts once.
local call, at = ARGV[1], tonumber(ARGV[2])
for i = 3, #ARGV do
  local id = ARGV[i]
  local last, times, counted = (redis.call('HGET', uses, id) or '0\0310\31'):match('^(%d+)\31(%d+)\31(.*)$')
  if counted ~= call and redis.call('HEXISTS', documents, id) == 1 then
    local latest = whole(math.max(at, tonumber(last)))
    redis.call('HSET', uses, id, table.concat({ latest, whole(tonumber(times) + 1), call }, '\31'))
  end
end
return 'counted'
