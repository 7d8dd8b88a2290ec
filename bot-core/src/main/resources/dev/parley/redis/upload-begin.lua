-- Begins a file, unless the unsent ones of its sender, its place or the tenant leave no room for it.
local id, place, person, name, mediaType = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local bytes, millis = tonumber(ARGV[6]), tonumber(ARGV[7])
if redis.call('HEXISTS', unsent, id) == 1 then
  return 'kept'
end

local files = { person = 1, place = 1, everybody = 1 }
local sums = { person = bytes, place = bytes, everybody = bytes }
local function add(whose, size)
  files[whose] = files[whose] + 1
  sums[whose] = sums[whose] + size
end

local time, stored = now(), redis.call('HGETALL', unsent)
for i = 1, #stored, 2 do
  local till, size, where, who = noted(stored[i + 1])
  if tonumber(till) <= time then
    redis.call('HDEL', unsent, stored[i])
  else
    add('everybody', tonumber(size))
    if who == person then
      add('person', tonumber(size))
    end
    if where == place then
      add('place', tonumber(size))
    end
  end
end

for i, whose in ipairs({ 'person', 'place', 'everybody' }) do
  if files[whose] > tonumber(ARGV[6 + 2 * i]) or sums[whose] > tonumber(ARGV[7 + 2 * i]) then
    return whose
  end
end
note(id, time + millis, bytes, place, person)
redis.call('PEXPIRE', unsent, millis)
redis.call('HSET', key('upload', id), 'place', place, 'person', person, 'name', name, 'type', mediaType)
redis.call('PEXPIRE', key('upload', id), millis)
return 'kept'
