-- Forgets all files that a person uploaded, of those that are named.
local person, forgotten = ARGV[1], 0
for i = 2, #ARGV do
  if redis.call('HGET', key('upload', ARGV[i]), 'person') == person then
    forgotten = forgotten + drop(ARGV[i])
  end
end
local stored = redis.call('HGETALL', unsent)
for i = 1, #stored, 2 do
  local _, _, _, who = noted(stored[i + 1])
  if who == person then
    forgotten = forgotten + drop(stored[i])
  end
end
return tostring(forgotten)
